import NextAuth from 'next-auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authOptions } from '@/lib/auth/options';
import { findSession } from '@/lib/auth/queries';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { problemSentence } from '@/lib/auth/sign-in-problem';
import { database } from '@/lib/db/client';
import { disableUser } from '@/lib/users/commands';
import { asSystem, openTestDesk, person, TEST_PASSWORD } from '@/lib/users/test-people';

/** A browser's worth of cookies, and next-auth as its pages for other frameworks call it. */
function browser() {
  const jar = new Map<string, string>();
  const setCookies: string[] = [];

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    body: Record<string, string> = {},
  ): Promise<Record<string, unknown>> {
    let answer: Record<string, unknown> = {};
    const response = {
      getHeader: () => [],
      setHeader(name: string, value: string | string[]) {
        if (name.toLowerCase() !== 'set-cookie') return;
        for (const cookie of [value].flat()) keep(cookie);
      },
      status: () => response,
      json: (value: Record<string, unknown>) => {
        answer = value;
      },
      send: (value: Record<string, unknown>) => {
        answer = value;
      },
      end: () => undefined,
    };
    const request = {
      method,
      body: { ...body, json: 'true' },
      query: { nextauth: path.split('/') },
      cookies: Object.fromEntries(jar),
      headers: { 'user-agent': 'test', 'x-stet-peer': '192.0.2.50' },
    };
    await NextAuth(authOptions())(request, response);
    return answer;
  }

  function keep(cookie: string) {
    setCookies.push(cookie);
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const value = decodeURIComponent(pair.slice(at + 1));
    if (value === '') jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), value);
  }

  const csrf = async () => String((await ask('GET', 'csrf'))['csrfToken']);
  return {
    jar,
    setCookies,
    ask,
    session: () => ask('GET', 'session'),
    signIn: async (email: string, password: string) =>
      ask('POST', 'callback/credentials', { email, password, csrfToken: await csrf() }),
    signOut: async () => ask('POST', 'signout', { csrfToken: await csrf() }),
  };
}

const errorIn = (answer: Record<string, unknown>): string | null =>
  new URL(String(answer['url'])).searchParams.get('error');

let desk: Awaited<ReturnType<typeof openTestDesk>>;
beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret of the tests, long enough';
  process.env['NEXTAUTH_URL'] = 'http://localhost:3000';
  desk = await openTestDesk();
});
afterAll(() => desk.close());

describe('next-auth', () => {
  it('signs in, knows who is there, and signs out', async () => {
    const { actor, email } = await person('EDITOR', 'Edda Torr');
    const tab = browser();
    expect(errorIn(await tab.signIn(email, TEST_PASSWORD))).toBeNull();
    expect(await tab.session()).toMatchObject({ user: { name: 'Edda Torr', email } });
    const reference = tab.jar.get(sessionCookieName()) ?? '';
    expect((await findSession(reference, new Date()))?.actor).toEqual(actor);
    await tab.signOut();
    expect(tab.jar.has(sessionCookieName())).toBe(false);
    expect(await findSession(reference, new Date())).toBeNull();
  });

  it('puts a random reference into the cookie, and tells pages nothing of it', async () => {
    const { email } = await person('EDITOR', 'Otto Lind');
    const tab = browser();
    await tab.signIn(email, TEST_PASSWORD);
    const reference = tab.jar.get(sessionCookieName()) ?? '';
    expect(reference).toMatch(/^[\w-]{43}$/);
    const session = await tab.session();
    expect(JSON.stringify(session)).not.toContain(reference);
    expect(Object.keys(session).sort((a, b) => (a < b ? -1 : 1))).toEqual(['expires', 'user']);
  });

  it('makes no session by reading one, and keeps its reference', async () => {
    const { email, actor } = await person('EDITOR', 'Nils Berg');
    const tab = browser();
    await tab.signIn(email, TEST_PASSWORD);
    const reference = tab.jar.get(sessionCookieName());
    for (let round = 0; round < 5; round += 1) await tab.session();
    expect(tab.jar.get(sessionCookieName())).toBe(reference);
    expect(await database().session.count({ where: { userId: actor.id } })).toBe(1);
  });

  it('takes no session planted on the browser for a signed-in one', async () => {
    const { email } = await person('EDITOR', 'Iris Vale');
    const tab = browser();
    const planted = 'A'.repeat(43);
    tab.jar.set(sessionCookieName(), planted);
    expect(await tab.session()).toEqual({});
    await tab.signIn(email, TEST_PASSWORD);
    expect(tab.jar.get(sessionCookieName())).not.toBe(planted);
    expect(await findSession(planted, new Date())).toBeNull();
  });

  it('forgets a copy of the cookie as soon as one of them signs out', async () => {
    const { email } = await person('EDITOR', 'Lena Fox');
    const [tab, copy] = [browser(), browser()];
    await tab.signIn(email, TEST_PASSWORD);
    copy.jar.set(sessionCookieName(), tab.jar.get(sessionCookieName()) ?? '');
    expect(await copy.session()).toMatchObject({ user: { email } });
    await tab.signOut();
    expect(await copy.session()).toEqual({});
  });

  it('is signed out at once when the account is disabled', async () => {
    const { email, actor } = await person('EDITOR', 'Paul Reed');
    const tab = browser();
    await tab.signIn(email, TEST_PASSWORD);
    await disableUser(asSystem(), { userId: actor.id, version: 1 });
    expect(await tab.session()).toEqual({});
  });

  it('says no more about a failure than that the two do not match', async () => {
    const { email } = await person('EDITOR', 'Rosa Lund');
    const errors = [
      errorIn(await browser().signIn(email, 'not the password of this one')),
      errorIn(await browser().signIn('nobody@desk.example', TEST_PASSWORD)),
    ];
    expect(errors).toEqual(['wrong', 'wrong']);
    expect(problemSentence('wrong')).toContain('That e-mail and password do not match.');
  });

  it('hands on the waiting time when there were too many attempts', async () => {
    const { email } = await person('EDITOR', 'Sam Hill');
    for (let round = 0; round < 5; round += 1)
      await browser().signIn(email, 'not the password of this one');
    const error = errorIn(await browser().signIn(email, TEST_PASSWORD)) ?? '';
    expect(problemSentence(error)).toBe(
      'There were too many attempts to sign in. Wait 15 minutes, then try again.',
    );
  });

  it('never puts the text of a fault into an address', async () => {
    const url = process.env['DATABASE_URL'];
    await desk.reconnect();
    process.env['DATABASE_URL'] = 'postgresql://stet:hunter2@127.0.0.1:1/none';
    const error = errorIn(await browser().signIn('a@desk.example', TEST_PASSWORD));
    await desk.reconnect();
    process.env['DATABASE_URL'] = url;
    expect(error).toBe('fault');
    expect(problemSentence('fault')).toContain('Try again in a moment');
  });

  it('repeats no words that an address brought along', () => {
    const hostile = problemSentence('<b>Call 555 and tell us your password</b>');
    expect(hostile).not.toContain('555');
    expect(problemSentence('too-many-999999999')).not.toContain('999');
  });

  it('wants its own token against forged forms', async () => {
    const { email, actor } = await person('EDITOR', 'Tom Ash');
    const tab = browser();
    await tab.ask('POST', 'callback/credentials', { email, password: TEST_PASSWORD });
    await tab.ask('POST', 'callback/credentials', {
      email,
      password: TEST_PASSWORD,
      csrfToken: 'f'.repeat(64),
    });
    expect(tab.jar.has(sessionCookieName())).toBe(false);
    expect(await database().session.count({ where: { userId: actor.id } })).toBe(0);
  });

  it('cannot be given a role, or another person, by updating the session', async () => {
    const { email } = await person('VIEWER', 'Uma Wren');
    const tab = browser();
    await tab.signIn(email, TEST_PASSWORD);
    const reference = tab.jar.get(sessionCookieName()) ?? '';
    const csrfToken = String((await tab.ask('GET', 'csrf'))['csrfToken']);
    await tab.ask('POST', 'session', { csrfToken, data: '{"role":"ADMIN","reference":"x"}' });
    expect(tab.jar.get(sessionCookieName())).toBe(reference);
    expect((await findSession(reference, new Date()))?.actor).toMatchObject({
      role: 'VIEWER',
      email,
    });
  });

  it('ties the cookie to the host over https, and hides it from scripts always', async () => {
    const { email } = await person('EDITOR', 'Vera Moss');
    const plain = browser();
    await plain.signIn(email, TEST_PASSWORD);
    const cookieOf = (tab: ReturnType<typeof browser>) =>
      tab.setCookies.findLast((cookie) => cookie.startsWith(`${sessionCookieName()}=`)) ?? '';
    expect(cookieOf(plain)).toMatch(/^stet-session=.*; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(cookieOf(plain)).not.toContain('Secure');

    process.env['NEXTAUTH_URL'] = 'https://stet.newsroom.example';
    const secure = browser();
    await secure.signIn(email, TEST_PASSWORD);
    expect(cookieOf(secure)).toMatch(
      /^__Host-stet-session=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookieOf(secure)).not.toContain('Domain');
    process.env['NEXTAUTH_URL'] = 'http://localhost:3000';
  });
});
