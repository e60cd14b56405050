import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { StanceBadge } from '@/components/ui/stance-badge';
import { Sign } from '@/components/ui/status-badge';
import { Time } from '@/components/ui/time';
import type { ClaimView, EvidenceView } from '@/lib/claims/queries';
import {
  CONFIDENTIALITY_LABELS,
  DERIVATION_LABELS,
  LAYER_LABELS,
  PROXIMITY_LABELS,
  SOURCE_KIND_LABELS,
} from '@/lib/domain/labels';
import { EvidenceDecisions } from './evidence-decisions';
import { FoundWords } from './found-words';

/** One source's bearing on the claim: what it is, how near it stands, and its words. */
export function EvidenceItem({ evidence, claim }: { evidence: EvidenceView; claim: ClaimView }) {
  const { source, excerpt } = evidence;
  const isAgainst = evidence.stance === 'REFUTES' || evidence.stance === 'REFUTES_PART';
  return (
    <article aria-label={source.title}>
      <div className="flex items-baseline gap-2">
        <Link
          href={`/sources/${source.id}`}
          className="min-w-0 font-medium hover:underline"
          dir="auto"
        >
          {source.title}
        </Link>
        {source.url !== null && (
          <a
            href={source.url}
            target="_blank"
            rel="noreferrer noopener"
            aria-label={`Open ${source.title} in a new tab`}
            className="grid size-6 shrink-0 place-items-center self-center text-ink-3 hover:text-ink"
          >
            <Icon name="open-out" size={13} />
          </a>
        )}
        <StanceBadge stance={evidence.stance} className="ml-auto" />
      </div>
      <p className="text-small leading-[1.125rem] text-ink-3">
        {facts(evidence).join(' · ')} · retrieved <Time at={evidence.retrievedAt} />
      </p>
      {excerpt !== null && (
        <blockquote className="excerpt my-1.5" dir="auto" lang={source.language ?? undefined}>
          <FoundWords excerpt={excerpt} claim={claim.exact} />
        </blockquote>
      )}
      {evidence.authorityReason !== null && (
        <p className="text-small text-ink-2">Fit to settle it: {evidence.authorityReason}</p>
      )}
      {evidence.acceptedAt === null && (
        <p className="mt-1">
          <Sign
            icon="hourglass"
            size={14}
            word={`From ${evidence.addedByName}, not accepted yet`}
            className="text-small text-ink-2"
          />
        </p>
      )}
      {evidence.isOwnText && (
        <p className="mt-1">
          <Sign
            icon="warn"
            tint="tint-warn"
            size={14}
            word="This text itself, or a copy of it: does not count"
            className="text-small whitespace-normal!"
          />
        </p>
      )}
      {isAgainst && evidence.resolution !== null && (
        <p className="mt-1 text-small">
          <span className="text-ink-3">Answered by {evidence.resolvedByName}: </span>
          <span dir="auto">{evidence.resolution}</span>
        </p>
      )}
      {claim.may.judgeEvidence && <EvidenceDecisions evidence={evidence} claim={claim} />}
    </article>
  );
}

function facts({ source, ...evidence }: EvidenceView): string[] {
  const derivation =
    source.derivedFromTitle !== null &&
    source.derivation !== null &&
    `${DERIVATION_LABELS[source.derivation]} ${source.derivedFromTitle}`;
  return [
    SOURCE_KIND_LABELS[source.kind],
    source.publisher,
    PROXIMITY_LABELS[evidence.proximity].toLowerCase(),
    LAYER_LABELS[evidence.layer].toLowerCase(),
    evidence.authoritative && 'fit to settle it',
    evidence.locator,
    evidence.translator !== null && `translated by ${evidence.translator}`,
    derivation,
    source.confidentiality !== 'OPEN' &&
      CONFIDENTIALITY_LABELS[source.confidentiality].toLowerCase(),
  ].filter((fact) => typeof fact === 'string');
}
