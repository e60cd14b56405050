import { Avatar } from '@/components/ui/avatar';
import { Time } from '@/components/ui/time';
import type { ClaimView, NoteView } from '@/lib/claims/queries';
import { NOTE_KIND_LABELS, VISIBILITY_LABELS } from '@/lib/domain/labels';
import { NoteAnswers } from './note-answers';

const isQuery = (note: NoteView): boolean =>
  note.kind === 'QUERY_AUTHOR' || note.kind === 'QUERY_EDITOR';

/** The notes of a claim in threads, the oldest first. */
export function NoteList({ claim, meId }: { claim: ClaimView; meId: string }) {
  const openers = claim.notes.filter(({ threadId }) => threadId === null);
  if (openers.length === 0) return <p className="text-ink-3">No notes yet.</p>;
  return (
    <ol>
      {openers.map((note) => {
        const replies = claim.notes.filter(({ threadId }) => threadId === note.id);
        const isOpen = isQuery(note) && note.resolvedAt === null;
        return (
          <li key={note.id} className="py-1">
            <Note note={note} meId={meId} />
            <ol className="ml-8.5">
              {replies.map((reply) => (
                <li key={reply.id}>
                  <Note note={reply} meId={meId} />
                </li>
              ))}
            </ol>
            {note.resolvedAt !== null && (
              <p className="ml-8.5 text-small text-ink-3">
                Closed by {note.resolvedByName}, <Time at={note.resolvedAt} />
              </p>
            )}
            <NoteAnswers
              claimId={claim.id}
              noteId={note.id}
              mayReply={claim.may.noteKinds.includes('REPLY')}
              mayClose={isOpen && (claim.may.resolveNote || note.authorId === meId)}
            />
          </li>
        );
      })}
    </ol>
  );
}

function Note({ note, meId }: { note: NoteView; meId: string }) {
  const waits = isQuery(note) && note.resolvedAt === null;
  return (
    <article className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5 py-1.5">
      <Avatar name={note.authorName} me={note.authorId === meId} />
      <div>
        <p className="flex flex-wrap items-baseline gap-x-2 leading-6">
          <span className="font-medium">{note.authorName}</span>
          <span className={`text-small ${waits ? 'text-blue' : 'text-ink-3'}`}>
            {NOTE_KIND_LABELS[note.kind]}
          </span>
          {note.visibility !== 'TEAM' && (
            <span className="text-small text-ink-3">{VISIBILITY_LABELS[note.visibility]}</span>
          )}
          <Time at={note.createdAt} className="num ml-auto text-small text-ink-3" />
        </p>
        <p className="whitespace-pre-wrap" dir="auto">
          {note.body}
        </p>
      </div>
    </article>
  );
}
