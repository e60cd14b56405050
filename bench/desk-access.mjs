/** A way in for the load: an API token and a signed-in browser, made as the desk makes them. */
import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';

const PASSWORD = 'bench-only-passphrase';

/** A write token for the checker `userId`; only its hash is kept. */
export async function addToken(client, userId) {
  const token = `stet_${'b'.repeat(43)}`;
  const digest = createHash('sha256').update(token).digest('hex');
  await client.query(
    `INSERT INTO api_token (id, user_id, name, token_hash, hint, scope, created_at)
     VALUES (gen_random_uuid(), $1, 'bench', $2, 'stet_bbbb', 'WRITE', now())`,
    [userId, digest],
  );
  await client.query('UPDATE "user" SET password_hash = $2 WHERE id = $1', [
    userId,
    await hash(PASSWORD),
  ]);
  return token;
}

/** The Cookie header of `email` after signing in through the desk's own form. */
export async function signIn(url, email) {
  const jar = new Map();
  const keep = (response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
      jar.set(name, value);
    }
  };
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = await csrf.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: header(), origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: 'true' }),
  });
  keep(answer);
  const page = await fetch(`${url}/queue`, { headers: { cookie: header() }, redirect: 'manual' });
  if (page.status !== 200)
    throw new Error(`Signing in answered ${answer.status}, the queue ${page.status}.`);
  return header();
}
