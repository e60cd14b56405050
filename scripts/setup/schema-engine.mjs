/**
 * Prisma's own schema engine, as WebAssembly, talking to Postgres through `pg`.
 *
 * The Prisma CLI fetches a native schema engine from the network at first use. A newsroom behind
 * a closed network cannot, so migrations go through the same engine from its npm package instead.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

let bindings;

/** Loads the engine once per process: its bindings keep their state in globals. */
async function loadBindings() {
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg });
  bg.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bg;
}

/**
 * Stands in for a database where only two schemas are compared. The engine asks one question, for
 * the server's version; the answer is the oldest Postgres that Stet supports.
 */
const noDatabase = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [5, 7, 0],
    rows: [[true, 'PostgreSQL 14.0', 140000]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  dispose: async () => {},
};

async function connector(databaseUrl) {
  if (!databaseUrl) return async () => noDatabase;
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const schema = new URL(databaseUrl).searchParams.get('schema');
  const adapter = new PrismaPg(
    { connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 10_000 },
    schema ? { schema } : {},
  );
  return async () => runScriptsWhole(await adapter.connect());
}

/**
 * Sends a migration as one message, which Postgres runs as one transaction. The adapter by itself
 * cuts it at every semicolon, also those inside a function or a comment.
 */
function runScriptsWhole(connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

/**
 * Opens an engine and ends its connections after `work`.
 *
 * @template T
 * @param {{databaseUrl?: string, schema: string}} options `schema` is the text of schema.prisma;
 *   without `databaseUrl` the engine can compare schemas and nothing else.
 * @param {(engine: import('@prisma/schema-engine-wasm').SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSchemaEngine({ databaseUrl, schema }, work) {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const connect = await connector(databaseUrl);
  const opened = [];
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: noDatabase.provider,
    adapterName: noDatabase.adapterName,
    async connect() {
      const connection = await connect();
      opened.push(connection);
      return connection;
    },
    connectToShadowDb() {
      throw new Error('Stet uses no shadow database.');
    },
  });
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [['schema.prisma', schema]] },
      () => {},
      factory,
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    for (const connection of opened) await connection.dispose().catch(() => {});
  }
}

/** What the engine is to leave alone: nothing. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from one schema to another; '' when they mean the same.
 *
 * @param {string | null} from text of the earlier schema.prisma; null for an empty database
 * @param {string} to text of the later schema.prisma
 * @returns {Promise<string>}
 */
export function differenceAsSql(from, to) {
  const datamodel = (content) => ({
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content }],
  });
  return withSchemaEngine({ schema: to }, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    });
    return exitCode === 2 ? (stdout ?? '') : '';
  });
}
