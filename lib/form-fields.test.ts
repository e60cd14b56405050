import { describe, expect, it } from 'vitest';
import { nestFields } from './form-fields';

describe('nestFields', () => {
  it('makes one thing of fields that share a name before the dot', () => {
    expect(nestFields({ stance: 'supports', 'source.title': 'Post', 'source.url': '' })).toEqual({
      stance: 'supports',
      source: { title: 'Post', url: '' },
    });
  });

  it('leaves out a source of which nothing is filled in, whatever its selects say', () => {
    expect(nestFields({ 'source.title': ' ', 'source.kind': 'news-report' }, ['kind'])).toEqual({});
  });

  it('keeps rows in the order of the form and leaves out empty ones', () => {
    const fields = {
      quantities: '',
      'quantities.0.value': '24',
      'quantities.1.value': '',
      'quantities.1.qualifier': 'exact',
      'quantities.2.value': '18',
    };
    expect(nestFields(fields, ['qualifier'])).toEqual({
      quantities: [{ value: '24' }, { value: '18' }],
    });
  });

  it('takes a list that was shown and emptied for an empty list, and one not shown for nothing', () => {
    expect(nestFields({ attribution: '' })).toEqual({ attribution: [] });
    expect(nestFields({ place: '' })).toEqual({ place: '' });
  });
});
