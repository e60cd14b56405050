import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { readHtml } from '@/lib/intake/html';

const URL_OF_PAGE = 'https://paper.example/city/bridge';
const bytes = (html: string) => new TextEncoder().encode(html);
const read = (html: string, url: string | null = URL_OF_PAGE) =>
  readHtml(bytes(html), { name: null, url, charset: null });

const shown = (html: string) => {
  const { copy, blocks } = read(html);
  return blocks.map(({ kind, start, end }) => [kind, copy.slice(start, end)]);
};

function refusal(html: string | Uint8Array): string {
  try {
    readHtml(typeof html === 'string' ? bytes(html) : html, {
      name: null,
      url: URL_OF_PAGE,
      charset: null,
    });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const P = [
  'The city council voted on Tuesday evening to close the old bridge to all traffic, three officials said, after divers found a crack in one of its four piers.',
  'It had carried 12,000 cars a day until the flood of last spring, according to the <a href="/traffic/2025">traffic office</a>, and nobody has said how long the repairs are going to take.',
  'Engineers had warned of the pier for years. “We wrote it into every report,” said Ada Quill, who led the inspections until 2019 and now teaches at the technical college.',
  'Repairs may take until the end of next year, the mayor said, and the city does not know yet who is going to pay for them or for the buses that replace the tram.',
];

const STRUCTURED = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebPage', name: 'x' },
    {
      '@type': 'NewsArticle',
      headline: 'Council closes old bridge',
      datePublished: '2025-03-04T18:20:00+01:00',
      dateModified: '2025-03-05T07:00:00+01:00',
      author: [{ '@type': 'Person', name: 'Jo Bell' }, { name: 'Sam Reed' }],
      publisher: { name: 'The Paper' },
      inLanguage: 'en-GB',
    },
  ],
};

const PAGE = `<!doctype html><html lang="en"><head><title>Council closes old bridge | The Paper</title>
<meta property="og:title" content="Council closes old bridge"><meta property="og:site_name" content="The Paper">
<meta property="og:description" content="Divers found a crack; 12,000 cars a day need another way">
<script type="application/ld+json">${JSON.stringify(STRUCTURED)}</script></head>
<body class="has-newsletter"><div class="cookie-consent"><p>We use cookies. Accept all.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/city">City</a></li></ul></nav>
<main><article><header><h1>Council closes old bridge</h1>
<p class="standfirst">Divers found a crack; 12,000 cars a day need another way</p>
<p class="byline">By Jo Bell and Sam Reed</p><p><time datetime="2025-03-04">Published 4 March 2025</time></p></header>
<p>${P[0]}</p><figure><img src="bridge.jpg"><figcaption>The bridge on Tuesday. Photograph: Lee Park</figcaption></figure>
<p>${P[1]}</p>
<div class="share-bar"><a href="https://social.example/share">Share on Facebook</a></div>
<h2>What the engineers knew</h2><p>${P[2]}</p>
<aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/mayor">Mayor flees to the hills after the vote</a></li></ul></aside>
<p><a href="/crack">Read more: how the crack was found by two divers</a></p>
<ul><li>One pier leans.</li><li>Two are cracked.</li></ul>
<table><tr><th>Pier</th><th>State</th></tr><tr><td>First</td><td>leans</td></tr></table>
<blockquote><p>It is over, the mayor said.</p></blockquote><p>${P[3]}</p>
<div class="newsletter-box"><p>Get our daily letter about the city in your inbox every morning at six.</p></div>
</article></main><footer><p>© The Paper 2025. All rights reserved.</p></footer><script>document.body.innerHTML='gone'</script></body></html>`;

describe('a page with a story', () => {
  it('comes as blocks with their kinds, and what is no story is set aside where it stood', () => {
    const plain = P.map((words) => words.replace(/<[^>]+>/g, ''));
    expect(shown(PAGE)).toEqual([
      ['HEADLINE', 'Council closes old bridge'],
      ['STANDFIRST', 'Divers found a crack; 12,000 cars a day need another way'],
      ['BODY', 'By Jo Bell and Sam Reed'],
      ['FURNITURE', 'Published 4 March 2025'],
      ['BODY', plain[0]],
      ['CAPTION', 'The bridge on Tuesday. Photograph: Lee Park'],
      ['BODY', plain[1]],
      ['FURNITURE', 'Share on Facebook'],
      ['SUBHEAD', 'What the engineers knew'],
      ['BODY', plain[2]],
      ['FURNITURE', 'Related stories'],
      ['FURNITURE', 'Mayor flees to the hills after the vote'],
      ['FURNITURE', 'Read more: how the crack was found by two divers'],
      ['LIST_ITEM', 'One pier leans.'],
      ['LIST_ITEM', 'Two are cracked.'],
      ['TABLE_ROW', 'Pier | State'],
      ['TABLE_ROW', 'First | leans'],
      ['QUOTE', 'It is over, the mayor said.'],
      ['BODY', plain[3]],
      ['FURNITURE', 'Get our daily letter about the city in your inbox every morning at six.'],
    ]);
  });

  it('every block that is set aside says why, and counts what stands elsewhere', () => {
    const { blocks, notices } = read(PAGE);
    for (const { excluded, kind, why } of blocks) {
      expect(excluded).toBe(kind === 'FURNITURE');
      if (excluded) expect(why).toMatch(/^[A-Z].+\.$/);
    }
    expect(notices).toEqual([expect.stringContaining('pieces of the page around the story')]);
  });

  it('proposes each fact with where it stands', () => {
    const { headline, byline, publisher, publishedAt, updatedAt, language } = read(PAGE);
    expect(headline).toEqual({
      value: 'Council closes old bridge',
      from: 'the page’s main heading (h1)',
    });
    expect(byline).toEqual({
      value: 'Jo Bell, Sam Reed',
      from: 'the page’s structured data (JSON-LD)',
    });
    expect(publisher?.value).toBe('The Paper');
    expect(publishedAt?.value).toBe('2025-03-04T18:20:00+01:00');
    expect(updatedAt?.value).toBe('2025-03-05T07:00:00+01:00');
    expect(language).toEqual({ value: 'en', from: 'the page’s language (lang)' });
  });

  it('keeps the links of the text, with whole addresses, at their words', () => {
    const { copy, annotations } = read(PAGE);
    expect(
      annotations.map((link) => [
        copy.slice(link.start, link.end),
        link.kind === 'LINK' && link.url,
      ]),
    ).toEqual([['traffic office', 'https://paper.example/traffic/2025']]);
  });

  it('proposes nothing that the page does not say', () => {
    const page = read(
      `<body><article>${P.map((p) => `<p>${p}</p>`).join('')}</article></body>`,
      null,
    );
    expect(page.kind).toBe('HTML');
    expect([
      page.headline,
      page.byline,
      page.publisher,
      page.publishedAt,
      page.updatedAt,
      page.language,
    ]).toEqual([null, null, null, null, null, null]);
    expect(page.annotations).toEqual([]);
  });

  it('says so when the page names itself otherwise elsewhere, or gives two dates', () => {
    const { notices } = read(
      PAGE.replace(
        'og:title" content="Council closes old bridge',
        'og:title" content="A bridge is lost',
      ).replace('</head>', '<meta property="article:published_time" content="2024-07-14"></head>'),
    );
    expect(notices.join(' ')).toContain('“A bridge is lost”');
    expect(notices.join(' ')).toContain('two dates of publication');
  });

  it('takes the headline from the page’s title when it stands nowhere else, and says so', () => {
    const { copy, blocks } = read(
      `<html><head><title>Council closes old bridge - The Paper</title><meta property="og:site_name" content="The Paper"></head><body><article>${P.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`,
    );
    expect(copy.startsWith('Council closes old bridge\n\n')).toBe(true);
    expect(blocks[0]).toMatchObject({ kind: 'HEADLINE', excluded: false });
    expect(blocks[0]?.why).toContain('<title>');
  });

  it('keeps no-break spaces, joins lines of the source and parts paragraphs at double breaks', () => {
    const { copy } = read(
      `<body><div><h1>Bridge</h1>${P.map((p) => `<p>${p}</p>`).join('')}<div>12 000&nbsp;cars\n   a <b>day</b>.<br>Second line.<br><br>Another paragraph.</div></div></body>`,
    );
    expect(copy).toContain('12 000\u00a0cars a day.\nSecond line.\n\nAnother paragraph.');
  });

  it('reads the character set the page names', () => {
    const head = '<html><head><meta charset="windows-1251"></head><body><article>';
    const words = 'Міська рада закрила старий міст у вівторок увечері.';
    const body = new Uint8Array([...words].map(cp1251));
    const page = new Uint8Array([...bytes(head), ...body, ...bytes('</article></body></html>')]);
    expect(readHtml(page, { name: null, url: null, charset: null }).copy).toBe(words);
  });
});

function cp1251(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 128) return code;
  const odd: Record<string, number> = { і: 0xb3, І: 0xb2, ї: 0xbf, є: 0xba };
  return odd[character] ?? code - 0x0410 + 0xc0;
}

describe('pages that are no story', () => {
  const door = 'This page asks for a sign-in or a subscription';
  it.each([
    [
      'a sign-in form',
      '<body><h1>Welcome back</h1><form><p>Your e-mail</p><input type="password"></form></body>',
      door,
    ],
    [
      'a paywall',
      `<body><article><h1>Bridge</h1><p>The council voted.</p><p>Subscribe to continue reading.</p></article></body>`,
      door,
    ],
    [
      'a paywall that only its data tells of',
      '<body><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","headline":"Bridge"}</script><article><h1>Bridge</h1><p>The council voted on Tuesday to close it.</p></article></body>',
      door,
    ],
    [
      'a page made by a script',
      '<body><div id="root"></div><script src="/app.js"></script></body>',
      'No story stands on this page',
    ],
    ['nothing', '', 'No story stands'],
    [
      'nesting without end',
      `<body>${'<div>'.repeat(5_000)}words${'</div>'.repeat(5_000)}</body>`,
      'nested too deeply',
    ],
    ['paragraphs without end', `<body>${'<p>x</p>'.repeat(20_000)}</body>`, 'more paragraphs'],
    [
      'elements without end',
      `<body>${'<p>word <b>x</b><b>x</b><b>x</b></p>'.repeat(8_000)}</body>`,
      'more elements',
    ],
    ['tags without end', `<body>${'<b>'.repeat(1_500_000)}</body>`, 'more elements'],
    ['a page too large', `<body>${'a'.repeat(5_000_001)}</body>`, 'larger than 5 MB'],
  ])('%s', (_, html, sentence) => {
    expect(refusal(html)).toContain(sentence);
  });

  it('bytes that are no text', () => {
    expect(refusal(new Uint8Array([0x3c, 0x68, 0, 1, 2, 0, 0xff, 0]))).toContain('no web page');
  });
});

describe('hostile pages', () => {
  it('leave only words: no script, no handler, no hidden text, no address but of the web', () => {
    const { copy, annotations } = read(
      `<body><article><h1>Bridge</h1>${P.map((p) => `<p>${p}</p>`).join('')}
      <p onclick="steal()">A word with a <a href="javascript:steal()">trap</a>, <a href="data:text/html,x">data</a>,
      <a href="#top">place</a> and <img src=x onerror=steal()> a picture of the bridge at night.</p>
      <p hidden>hidden one</p><p style="display:none">hidden two</p><template><p>hidden three</p></template>
      <noscript><p>hidden four</p></noscript><svg><text>hidden five</text></svg></article></body>`,
    );
    expect(copy).toContain('A word with a trap, data, place and a picture');
    expect(copy).not.toMatch(/hidden|steal/);
    expect(annotations).toHaveLength(1);
  });

  it('blanks without end are one', () => {
    const { copy } = read(
      `<body><pre>a${' '.repeat(2_000_000)}b${'\n '.repeat(900_000)}c</pre></body>`,
    );
    expect(copy).toBe('a\nb\nc');
  });

  it('broken structured data and control characters do no harm', () => {
    const page = read(
      `<head><script type="application/ld+json">{"@type":"NewsArticle","headline":</script><title>Bri\u0007dge</title></head><body><article>${P.map((p) => `<p>${p}\u000b</p>`).join('')}</article></body>`,
    );
    expect(page.headline?.value).toBe('Bri dge');
    expect(page.copy).not.toContain('\u000b');
  });
});
