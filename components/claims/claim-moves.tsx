'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Select, Textarea } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Action, ActionState } from '@/lib/action';
import { editClaim, moveClaim } from '@/lib/claims/actions';
import type { ClaimView } from '@/lib/claims/queries';
import { MOVE_LABELS, ROLE_LABELS } from '@/lib/domain/labels';
import type { Move } from '@/lib/domain/vocabulary';
import type { Assignee } from '@/lib/users/queries';
import { useScreenHash } from './screen-hash';
import { IN_THE_WAY } from './way-heading';

type Panel =
  | Extract<Move, 'assign' | 'sign-off' | 'return' | 'reopen' | 'drop' | 'restore'>
  | 'hand-on';

/**
 * The moves that are the reader's to make, as the table of moves offers them: the plain ones by a press, the others
 * through a small form that takes the place of the buttons. A move that is not open yet points at what stands in its way.
 */
export function ClaimMoves({ claim, assignees, meId, className = '' }: Props) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [said, setSaid] = useState<ActionState>(null);
  const contentSha256 = useScreenHash(claim.contentSha256);
  const isOwnWork = meId === claim.storyAuthorId || claim.checkerIds.includes(meId);
  const offered = claim.moves.filter(({ move }) => move !== 'find');
  const shown = offered
    .filter(({ move }) => move !== 'drop')
    .toSorted((a, b) => Number(FORWARD.includes(b.move)) - Number(FORWARD.includes(a.move)));
  const mayDrop = offered.some(({ move }) => move === 'drop');
  const forward = shown.find(
    ({ move, blockers }) => FORWARD.includes(move) && blockers.length === 0,
  );

  if (panel !== null)
    return (
      <MovePanel
        key={panel}
        panel={panel}
        claim={claim}
        contentSha256={contentSha256}
        assignees={assignees}
        className={className}
        onSaid={setSaid}
        onClose={() => setPanel(null)}
      />
    );
  return (
    <div className={className} data-moves>
      <KeptForm
        key={said?.ok === true ? said.at : 'form'}
        action={moveClaim}
        message="own"
        className="grid gap-2"
      >
        <ClaimFields claim={claim} contentSha256={contentSha256} />
        <div className="flex flex-wrap items-center gap-2 max-sm:gap-1.5">
          {shown.map(({ move, blockers }) => {
            const opens = panelOf(move, isOwnWork);
            const disabled =
              blockers.length === 0
                ? false
                : blockers.every((blocker) => claim.blockers.includes(blocker))
                  ? { reasonId: IN_THE_WAY }
                  : { reason: blockers.join(' ') };
            const variant = move === forward?.move ? 'primary' : 'default';
            return opens === null ? (
              <SubmitButton
                key={move}
                name="move"
                value={move}
                variant={variant}
                disabled={disabled}
                className="max-sm:px-1.5!"
                data-move={move}
              >
                {MOVE_LABELS[move]}
              </SubmitButton>
            ) : (
              <Button
                key={move}
                variant={variant}
                disabled={disabled}
                data-move={move}
                onClick={() => setPanel(opens)}
              >
                {MOVE_LABELS[move]}
              </Button>
            );
          })}
          {(mayDrop || claim.may.handOn) && (
            <span className="ml-auto">
              <Menu
                label="More moves"
                trigger={
                  <Button variant="quiet" square icon="dots" aria-label="More" type="button" />
                }
              >
                {claim.may.handOn && (
                  <MenuItem icon="person" onSelect={() => setPanel('hand-on')}>
                    Hand on to somebody else
                  </MenuItem>
                )}
                {mayDrop && (
                  <MenuItem icon="struck" onSelect={() => setPanel('drop')}>
                    Drop
                  </MenuItem>
                )}
              </Menu>
            </span>
          )}
        </div>
        <FormMessage />
      </KeptForm>
      {shown.length === 0 && <p className="text-small text-ink-3">{whyNoMoves(claim)}</p>}
      <FormMessage state={said} />
    </div>
  );
}

type Props = {
  claim: ClaimView;
  assignees: readonly Assignee[];
  meId: string;
  className?: string;
};

/** The moves that bring a claim nearer to its sign-off. */
const FORWARD: readonly Move[] = ['take', 'assign', 'resume', 'submit', 'sign-off'];

function panelOf(move: Move, isOwnWork: boolean): Panel | null {
  switch (move) {
    case 'assign':
    case 'return':
    case 'reopen':
    case 'drop':
    case 'restore':
      return move;
    case 'sign-off':
      return isOwnWork ? move : null;
    case 'take':
    case 'wait':
    case 'resume':
    case 'find':
    case 'submit':
      return null;
  }
}

function whyNoMoves(claim: ClaimView): string {
  switch (claim.state) {
    case 'MARKED':
    case 'REOPENED':
      return 'It waits for a checker to take it.';
    case 'IN_CHECK':
    case 'WAITING':
      return `${claim.assigneeName ?? 'Somebody'} is checking it.`;
    case 'READY':
      return 'It waits for a second person to read it.';
    case 'SIGNED_OFF':
      return claim.reviewerName === null ? 'Signed off.' : `Signed off by ${claim.reviewerName}.`;
    case 'DROPPED':
      return 'It was dropped.';
  }
}

function ClaimFields({ claim, contentSha256 }: { claim: ClaimView; contentSha256: string }) {
  return (
    <>
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
      <input type="hidden" name="contentSha256" value={contentSha256} />
    </>
  );
}

const PANELS: Record<Panel, { button: string; label: string; hint?: string }> = {
  assign: { button: 'Assign', label: 'Who is to check it' },
  'hand-on': { button: 'Hand on', label: 'Who is to go on with it' },
  'sign-off': {
    button: 'Sign off',
    label: 'Why nobody else could read it',
    hint: 'You worked on this claim yourself. It will be shown as a single-person check, here and on the sheet.',
  },
  return: { button: 'Return', label: 'What is missing' },
  reopen: { button: 'Reopen', label: 'Why it is reopened' },
  drop: {
    button: 'Drop',
    label: 'Why it is dropped',
    hint: 'The text was cut, or it is marked twice.',
  },
  restore: { button: 'Restore', label: 'Why it is restored' },
};

function MovePanel({
  panel,
  claim,
  contentSha256,
  assignees,
  className,
  onSaid,
  onClose,
}: PanelProps) {
  const { button, label, hint } = PANELS[panel];
  const box = useRef<HTMLDivElement>(null);
  // The field takes the place of the button that was pressed, and the keyboard goes with it.
  useEffect(() => box.current?.querySelector<HTMLElement>('textarea, select')?.focus(), []);
  const isHandOn = panel === 'hand-on';
  const choosesPerson = isHandOn || panel === 'assign';
  const send: Action = async (previous, form) => {
    const answer = await (isHandOn ? editClaim : moveClaim)(previous, form);
    if (answer?.ok === true) onSaid(answer);
    return answer;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the small form, as it does a dialog
    <div
      ref={box}
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <KeptForm action={send} keep={`${panel}:${claim.id}`} onDone={onClose} className="grid gap-2">
        {isHandOn ? (
          <>
            <input type="hidden" name="claimId" value={claim.id} />
            <input type="hidden" name="version" value={claim.version} />
          </>
        ) : (
          <>
            <ClaimFields claim={claim} contentSha256={contentSha256} />
            <input type="hidden" name="move" value={panel} />
          </>
        )}
        <Field label={label} name={choosesPerson ? 'assigneeId' : 'reason'} hint={hint}>
          {choosesPerson ? (
            <Select
              required
              empty="Choose a person"
              options={assignees.map(({ id, name, role }) => ({
                value: id,
                label: `${name}, ${ROLE_LABELS[role].toLowerCase()}`,
              }))}
            />
          ) : (
            <Textarea required rows={2} />
          )}
        </Field>
        <div className="flex gap-2">
          <SubmitButton variant="primary">{button}</SubmitButton>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </KeptForm>
    </div>
  );
}

type PanelProps = {
  panel: Panel;
  claim: ClaimView;
  contentSha256: string;
  assignees: readonly Assignee[];
  className: string;
  onSaid: (answer: ActionState) => void;
  onClose: () => void;
};
