import type { AuditRow } from '@/lib/audit/queries';
import {
  FINDING_LABELS,
  FLAG_LABELS,
  LAYER_LABELS,
  NOTE_KIND_LABELS,
  POLARITY_LABELS,
  PROXIMITY_LABELS,
  SAID_LABELS,
  STANCE_LABELS,
  STATE_LABELS,
  TYPE_LABELS,
  VOICE_LABELS,
} from '@/lib/domain/labels';

/** One line of a claim's history: what somebody did, and what changed by it. */
export type HistoryLine = { did: string; details: string[] };

type Fields = Readonly<Record<string, unknown>>;

/** What happened, in plain words: each change as it was and as it is. */
export function historyLine({ verb, before, after }: AuditRow): HistoryLine {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const reason = textOf(is['reason']);
  const because = reason === null ? [] : [`“${reason}”`];
  switch (verb) {
    case 'claim.marked':
      return {
        did: 'marked it',
        details: textOf(is['claimant']) ? [`said by ${is['claimant']}`] : [],
      };
    case 'claim.taken':
      return { did: 'took it', details: [] };
    case 'claim.assigned':
      return { did: `assigned it to ${textOf(is['assigneeName']) ?? 'somebody'}`, details: [] };
    case 'claim.reassigned':
      return {
        did: `handed it on to ${textOf(is['assigneeName']) ?? 'somebody'}`,
        details: textOf(was['assigneeName']) ? [`was: ${was['assigneeName']}`] : [],
      };
    case 'claim.put-on-wait':
      return { did: 'put it on wait', details: [] };
    case 'claim.resumed':
      return { did: 'resumed it', details: [] };
    case 'claim.found':
      return { did: 'recorded a finding', details: changes(was, is, ['said', 'finding']) };
    case 'claim.submitted':
      return { did: 'submitted it for review', details: [] };
    case 'claim.signed-off':
      return {
        did: 'signed it off',
        details: [...(is['singlePerson'] === true ? ['as a single-person check'] : []), ...because],
      };
    case 'claim.returned':
      return { did: 'returned it', details: because };
    case 'claim.reopened':
      return { did: 'reopened it', details: because };
    case 'claim.dropped':
      return { did: 'dropped it', details: because };
    case 'claim.restored':
      return { did: 'restored it', details: because };
    case 'claim.reworded':
      return {
        did: 'changed its words with a new version',
        details: [...reworded(was, is), ...because],
      };
    case 'claim.relocated':
      return { did: 'moved its words with a new version', details: because };
    case 'claim.unplaced':
      return { did: 'left it without a place with a new version', details: because };
    case 'claim.placed':
      return { did: 'said where it stands', details: [...reworded(was, is), ...because] };
    case 'claim.words-accepted':
      return { did: 'accepted its new words', details: changes(was, is, ['state']) };
    case 'claim.split':
      return { did: 'split it', details: [...reworded(was, is), ...because] };
    case 'claim.merged':
      return textOf(is['into']) === null
        ? { did: `merged ${textOf(is['from']) ?? 'another claim'} into it`, details: [] }
        : { did: `merged it into ${is['into']}`, details: [] };
    case 'suggestion.made':
      return { did: 'suggested other words', details: suggested(is) };
    case 'suggestion.accepted':
      return { did: 'accepted a suggested change', details: suggested(is) };
    case 'suggestion.rejected':
      return { did: 'turned down a suggested change', details: suggested(is) };
    case 'claim.edited':
      return { did: 'changed its details', details: changes(was, is, Object.keys(is)) };
    case 'evidence.attached':
      return { did: 'attached evidence', details: evidenceFacts(is) };
    case 'evidence.accepted':
      return { did: 'accepted evidence', details: [] };
    case 'evidence.edited':
      return { did: 'changed evidence', details: changes(was, is, Object.keys(is)) };
    case 'evidence.removed':
      return { did: 'removed evidence', details: because };
    case 'evidence.resolved':
      return {
        did: 'answered evidence against it',
        details: textOf(is['resolution']) ? [`“${is['resolution']}”`] : [],
      };
    case 'note.written': {
      const kind = labelOf(NOTE_KIND_LABELS, is['kind']);
      return { did: 'wrote a note', details: kind === null ? [] : [kind] };
    }
    case 'note.resolved':
      return { did: 'closed a query', details: [] };
    default:
      return { did: verb.replace('.', ' ').replaceAll('-', ' '), details: [] };
  }
}

/** The words as they were and as they are, when they are others. */
function reworded(was: Fields, is: Fields): string[] {
  const [old, now] = [textOf(was['exact']), textOf(is['exact'])];
  return old === null || now === null || old === now ? [] : [`“${old}” became “${now}”`];
}

function suggested(is: Fields): string[] {
  const [before, after] = [textOf(is['before']), textOf(is['after'])];
  if (before === null) return [];
  return [after === null ? `“${before}” is cut` : `“${before}” becomes “${after}”`];
}

const NAMES: Readonly<Record<string, string>> = {
  said: '“Was it said?”',
  finding: '“Is it so?”',
  state: 'State',
  restatement: 'Restatement',
  type: 'Type',
  voice: 'Voice',
  polarity: 'Polarity',
  flags: 'Flags',
  priority: 'Priority',
  reviewBy: 'Check again after',
  dueAt: 'Due',
  asOf: 'As of',
  timeZone: 'Time zone',
  place: 'Place',
  suggestedWording: 'Suggested wording',
  quantities: 'Figures',
  attribution: 'Who says so',
  stance: 'Stance',
  layer: 'Shows that',
  proximity: 'Proximity',
  authoritative: 'Fit to settle it',
  authorityReason: 'Why it is fit',
  excerpt: 'Excerpt',
  locator: 'Where in the source',
  translator: 'Translator',
  origin: 'Origin',
};

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  said: SAID_LABELS,
  finding: FINDING_LABELS,
  state: STATE_LABELS,
  type: TYPE_LABELS,
  voice: VOICE_LABELS,
  polarity: POLARITY_LABELS,
  stance: STANCE_LABELS,
  layer: LAYER_LABELS,
  proximity: PROXIMITY_LABELS,
};

/** The named fields that came out different: “Is it so?” Verified, was: no finding yet. */
function changes(was: Fields, is: Fields, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const title = NAMES[name];
    if (title === undefined || !(name in is)) return [];
    const [old, now] = [written(name, was[name]), written(name, is[name])];
    if (old === now) return [];
    return [
      old === null ? `${title}: ${now ?? 'cleared'}` : `${title}: ${now ?? 'cleared'}, was: ${old}`,
    ];
  });
}

function evidenceFacts(is: Fields): string[] {
  const facts = [
    written('stance', is['stance']),
    written('layer', is['layer']),
    textOf(is['origin']),
    is['accepted'] === false ? 'waits to be accepted' : null,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? [] : [facts.join(', ')];
}

/** A stored value as people read it; null for nothing. */
function written(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    return value.map((item) => writtenItem(name, item)).join(', ');
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value))
      return `${value.slice(0, 16).replace('T', ' ')} UTC`;
    return labelOf(LABELS[name] ?? {}, value) ?? value;
  }
  return typeof value === 'number' ? String(value) : null;
}

function writtenItem(name: string, item: unknown): string {
  if (typeof item === 'string') return labelOf(name === 'flags' ? FLAG_LABELS : {}, item) ?? item;
  const { party, value, low, high, unit, ofWhat } = fieldsOf(item);
  return [party, value, low, high, unit, ofWhat]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

const labelOf = (labels: Readonly<Record<string, string>>, value: unknown): string | null =>
  typeof value === 'string' ? (labels[value] ?? null) : null;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
