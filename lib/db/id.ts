import { v7 } from 'uuid';

/** A new key: UUIDv7, so that keys made later sort later and indexes grow at one end. */
export const newId = (): string => v7();
