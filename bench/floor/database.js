import pg from 'pg';

const kept = globalThis;
kept.floorPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

/** The one pool of the floor, of the same size as the desk's. */
export const pool = kept.floorPool;
