/**
 * Load on the desk and on a bare Next app over the same statements, in turn, in one run: what counts is the ratio.
 *
 * npm run bench -- [--claims 100000] [--seconds 10] [--only queue,move]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { ROOT } from '../scripts/setup/project.mjs';
import { addToken, signIn } from './desk-access.mjs';
import { claimKey, generateDesk } from './generate.mjs';
import { cpuOf, peakOf, resetPeak, residentOf } from './meter.mjs';
import { buildFloor, measureCopy, startServer, writeStatements } from './servers.mjs';

const FLOOR = join(ROOT, 'bench', 'floor');
const CHECKER = 5;

/**
 * @param {{ url: string, adminUrl: string, postmaster: number, distDir: string, env: Record<string, string> }} place
 * @param {string[]} args of the command line
 */
export async function runBench(place, args) {
  const { values } = parseArgs({
    args,
    options: {
      claims: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '10' },
      only: { type: 'string', default: '' },
    },
  });
  const claims = Number(values.claims);
  const seconds = Number(values.seconds);
  const only = values.only === '' ? null : values.only.split(',');

  say(`Generating ${claims.toLocaleString('en')} claims …`);
  await generateDesk(place.adminUrl, { claims });
  const client = new pg.Client(place.adminUrl);
  await client.connect();
  const desk = await access(client, claims);
  await client.end();

  await writeStatements(desk.deep, join(FLOOR, 'desk-statements.json'));
  await buildFloor(FLOOR);
  const env = { DATABASE_URL: place.url, STET_DB_POOL: '10', ...place.env };
  const stet = await startServer({
    folder: ROOT,
    path: '/healthz',
    env: { ...env, NEXT_DIST_DIR: place.distDir },
  });
  const floor = await startServer({ folder: FLOOR, path: '/queue', env });
  try {
    desk.cookie = await signIn(stet.url, desk.email);
    const servers = { stet, floor };
    const rows = [];
    for (const cell of cells(desk)) {
      if (only !== null && !only.includes(cell.name)) continue;
      for (const connections of cell.connections)
        rows.push(
          await measurePair({ cell, connections, servers, postmaster: place.postmaster, seconds }),
        );
    }
    if (only === null || only.includes('csv'))
      rows.push(await measureCsv(servers, desk, place.postmaster));
    printTable(rows, { claims, seconds });
    if (only === null || only.includes('copy')) await measureCopy();
    return rows.every((row) => row.errors === 0);
  } finally {
    await stet.stop();
    await floor.stop();
  }
}

/** Who asks, and which claims there are to read, page to and take. */
async function access(client, claims) {
  const person = await client.query('SELECT id, email FROM "user" ORDER BY id OFFSET $1 LIMIT 1', [
    CHECKER,
  ]);
  const { id, email } = person.rows[0];
  const token = await addToken(client, id);
  const marked = await client.query(
    `SELECT id, version FROM claim WHERE state = 'MARKED' ORDER BY md5(id::text)`,
  );
  const deep = await client.query(
    `SELECT coalesce(due_at, 'infinity'::timestamptz)::text AS due, id FROM claim
     ORDER BY coalesce(due_at, 'infinity'::timestamptz), id OFFSET $1 LIMIT 1`,
    [Math.min(50_000, Math.floor(claims / 2))],
  );
  return { id, email, token, claims, marked: marked.rows, deep: deep.rows[0], taken: 0 };
}

/** Each operation as a request to the desk and the same to the floor. */
function cells(desk) {
  const bearer = { authorization: `Bearer ${desk.token}` };
  const stetCursor = Buffer.from(JSON.stringify(['due+', desk.deep.due, desk.deep.id])).toString(
    'base64url',
  );
  const randomClaim = () => claimKey(1 + Math.floor(Math.random() * desk.claims));
  const take = () => desk.marked[desk.taken++];
  const all = [1, 8, 32];
  return [
    {
      name: 'queue',
      title: 'queue page, 50 rows, JSON',
      target: 0.6,
      connections: all,
      stet: () => ({ path: '/api/v1/claims?sort=due&limit=50', headers: bearer }),
      floor: () => ({ path: '/queue' }),
    },
    {
      name: 'html',
      title: 'queue page as HTML, beside a bare page of the desk',
      target: 0.7,
      connections: all,
      stet: () => ({ path: '/queue', headers: { cookie: desk.cookie } }),
      floor: () => ({ path: '/queue/bare', headers: { cookie: desk.cookie } }),
      floorServer: 'stet',
    },
    {
      name: 'html-app',
      title: 'queue page as HTML, beside a bare app',
      target: null,
      connections: [8],
      stet: () => ({ path: '/queue', headers: { cookie: desk.cookie } }),
      floor: () => ({ path: '/queue-page' }),
    },
    {
      name: 'deep',
      title: 'page at position 50,000',
      target: 0.6,
      connections: all,
      stet: () => ({
        path: `/api/v1/claims?sort=due&limit=50&cursor=${stetCursor}`,
        headers: bearer,
      }),
      floor: () => ({ path: '/queue?deep' }),
    },
    {
      name: 'search',
      title: 'full-text search, two words',
      target: 0.6,
      connections: all,
      stet: () => ({ path: '/api/v1/claims?q=harbour+verdict&sort=due&limit=50', headers: bearer }),
      floor: () => ({ path: '/search' }),
    },
    {
      name: 'claim',
      title: 'claim with evidence, notes, sources',
      target: 0.6,
      connections: all,
      stet: () => ({ path: `/api/v1/claims/${randomClaim()}`, headers: bearer }),
      floor: () => ({ path: `/claim/${randomClaim()}` }),
    },
    {
      name: 'move',
      title: 'one move with its audit row',
      target: 0.6,
      connections: [...all, 64],
      stet: () => {
        const { id, version } = take();
        return {
          method: 'POST',
          path: `/api/v1/claims/${id}/moves`,
          headers: { ...bearer, 'content-type': 'application/json' },
          body: JSON.stringify({ move: 'take', version }),
        };
      },
      floor: () => {
        const { id, version } = take();
        return {
          method: 'POST',
          path: '/move',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ claimId: id, version, actorId: desk.id }),
        };
      },
    },
  ];
}

/** Desk, floor, desk, floor: halves of the time each, so that a drift of the machine meets both. */
async function measurePair({ cell, connections, servers, postmaster, seconds }) {
  const results = { stet: [], floor: [] };
  for (const side of ['stet', 'floor', 'stet', 'floor']) {
    const server = servers[side === 'floor' ? (cell.floorServer ?? side) : side];
    await fire(server.url, cell[side], connections, 1);
    resetPeak(server.pid);
    const before = { server: cpuOf(server.pid), postgres: cpuOf(postmaster) };
    const load = await fire(server.url, cell[side], connections, seconds / 2);
    const { answered } = load;
    results[side].push({
      perSecond: answered / load.seconds,
      p50: load.p50,
      p95: load.p95,
      cpu: (cpuOf(server.pid) - before.server) / answered,
      postgresCpu: (cpuOf(postmaster) - before.postgres) / answered,
      peak: peakOf(server.pid),
      errors: load.errors,
    });
  }
  const stet = average(results.stet);
  const floor = average(results.floor);
  const hasTarget = connections === 8 && cell.target !== null;
  return {
    title: cell.title,
    connections,
    stet,
    floor,
    ratio: stet.perSecond / floor.perSecond,
    target: hasTarget ? `≥ ${cell.target}` : '',
    isMet: !hasTarget || stet.perSecond / floor.perSecond >= cell.target,
    errors: stet.errors + floor.errors,
  };
}

/** One burst of load; latencies are collected here, because autocannon's own table has no 95th percentile. */
async function fire(url, request, connections, duration) {
  const times = [];
  const run = autocannon({
    url,
    connections,
    duration,
    timeout: 30,
    requests: [{ setupRequest: (base) => ({ ...base, ...request() }) }],
  });
  run.on('response', (_client, _status, _bytes, time) => times.push(time));
  const result = await run;
  times.sort((a, b) => a - b);
  const percentile = (share) => times[Math.floor(share * times.length)] ?? 0;
  return {
    answered: result['2xx'],
    seconds: result.duration,
    p50: percentile(0.5),
    p95: percentile(0.95),
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

const average = (halves) =>
  Object.fromEntries(
    Object.keys(halves[0]).map((key) => [
      key,
      key === 'peak'
        ? Math.max(...halves.map((half) => half[key]))
        : key === 'errors'
          ? halves.reduce((sum, half) => sum + half[key], 0)
          : halves.reduce((sum, half) => sum + half[key], 0) / halves.length,
    ]),
  );

async function measureCsv(servers, desk, postmaster) {
  const download = async (server, path, headers) => {
    resetPeak(server.pid);
    const resident = residentOf(server.pid);
    const cpu = cpuOf(server.pid);
    const postgres = cpuOf(postmaster);
    const start = performance.now();
    const response = await fetch(server.url + path, { headers });
    let bytes = 0;
    for await (const chunk of response.body) bytes += chunk.length;
    return {
      seconds: (performance.now() - start) / 1000,
      bytes,
      cpu: cpuOf(server.pid) - cpu,
      postgresCpu: cpuOf(postmaster) - postgres,
      grown: peakOf(server.pid) - resident,
      failed: response.ok ? 0 : 1,
    };
  };
  const bearer = { authorization: `Bearer ${desk.token}` };
  const runs = { stet: [], floor: [] };
  for (let round = 0; round < 3; round += 1) {
    runs.stet.push(await download(servers.stet, '/api/v1/claims.csv', bearer));
    runs.floor.push(await download(servers.floor, '/claims.csv', {}));
  }
  const median = (list) => list.toSorted((a, b) => a.seconds - b.seconds)[1];
  const [stet, floor] = [median(runs.stet), median(runs.floor)];
  const side = (run) => ({
    perSecond: 1 / run.seconds,
    p50: run.seconds * 1000,
    p95: run.seconds * 1000,
    cpu: run.cpu,
    postgresCpu: run.postgresCpu,
    peak: run.grown,
  });
  const ratio = stet.seconds / floor.seconds;
  return {
    title: `CSV of ${desk.claims.toLocaleString('en')} claims (${Math.round(stet.bytes / 1e6)} MB; peak is growth)`,
    connections: 1,
    stet: side(stet),
    floor: side(floor),
    ratio,
    target: '≤ 2 × the time, ≤ +100 MB',
    isMet: ratio <= 2 && stet.grown <= 100,
    errors: stet.failed + floor.failed,
  };
}

function printTable(rows, { claims, seconds }) {
  const n = (value, digits = 0) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const side = (s) =>
    `${n(s.perSecond, s.perSecond < 10 ? 2 : 0)} | ${n(s.p50, 1)} | ${n(s.p95, 1)} | ${n(s.cpu, 2)} | ${n(s.postgresCpu, 2)} | ${n(s.peak)}`;
  say('');
  say(
    `${claims.toLocaleString('en')} claims, ${seconds} s a cell, desk and floor in turn, Node ${process.version}`,
  );
  say('');
  say(
    '| operation | c | Stet /s | p50 ms | p95 ms | CPU ms | pg CPU ms | peak MB | floor /s | p50 ms | p95 ms | CPU ms | pg CPU ms | peak MB | ratio | target |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const target = row.target === '' ? '' : `${row.target} ${row.isMet ? 'held' : 'missed'}`;
    const errors = row.errors > 0 ? ` (${row.errors} errors)` : '';
    say(
      `| ${row.title}${errors} | ${row.connections} | ${side(row.stet)} | ${side(row.floor)} | ${n(row.ratio, 2)} | ${target} |`,
    );
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
