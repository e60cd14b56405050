import { describe, expect, it } from 'vitest';
import { maySeeSource, SEALED_TITLE, sealSource, withoutIdentity } from './sealed-source';
import { CONFIDENTIALITIES, ROLES } from './vocabulary';

const source = {
  id: 'source-1',
  confidentiality: 'PROTECTED' as const,
  addedById: 'reporter',
  title: 'Conversation with K.',
  creator: 'K.',
  publisher: 'A ministry',
  url: 'https://files.example/k',
  language: 'uk',
};
const SEALED = { ...source, title: SEALED_TITLE, creator: null, publisher: null, url: null };

describe('who sees a protected source', () => {
  it.each(ROLES)('%s, who did not bring it', (role) => {
    const reader = { id: 'somebody', role };
    expect(maySeeSource(reader, source)).toBe(role === 'EDITOR');
    expect(sealSource(source, reader)).toEqual(role === 'EDITOR' ? source : SEALED);
  });

  it.each(ROLES)('whoever brought it, now that they are %s', (role) => {
    expect(sealSource(source, { id: 'reporter', role })).toBe(source);
  });

  it.each(CONFIDENTIALITIES.filter((each) => each !== 'PROTECTED'))(
    'a source that is %s is read by everyone on the desk',
    (confidentiality) => {
      for (const role of ROLES)
        expect(maySeeSource({ id: 'somebody', role }, { ...source, confidentiality })).toBe(true);
    },
  );
});

describe('what leaves the desk', () => {
  it('has no protected identity, whoever exports', () => {
    expect(withoutIdentity(source)).toEqual(SEALED);
    expect(JSON.stringify(withoutIdentity(source))).not.toMatch(/K\.|ministry|files\.example/);
  });

  it('leaves other sources as they are', () => {
    const open = { ...source, confidentiality: 'OPEN' as const };
    expect(withoutIdentity(open)).toBe(open);
  });

  it('leaves the record itself untouched', () => {
    withoutIdentity(source);
    expect(source.title).toBe('Conversation with K.');
  });
});
