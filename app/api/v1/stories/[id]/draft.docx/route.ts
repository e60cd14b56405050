import { z } from 'zod';
import { HttpProblem } from '@/lib/api/problem';
import { endpoint, route } from '@/lib/api/route';
import { refuseForeignDownload } from '@/lib/auth/same-origin';
import { id } from '@/lib/fields';
import { downloadAnswer } from '@/lib/outlet/download';
import { DOCX_TYPE, exportAnnotatedDraft } from '@/lib/sheets/export-draft';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary:
      'The Word file the story came as, with suggested changes as tracked changes, findings and open queries as comments',
    scope: 'read',
    input: z.strictObject({ storyId: id }),
    path: { id: 'storyId' },
    answer: { about: 'The annotated draft', shape: z.string(), media: [DOCX_TYPE] },
    async handle(ctx, input, call) {
      refuseForeignDownload(call);
      // To write the file only to throw it away would still be recorded as an export.
      if (call.method === 'HEAD')
        throw new HttpProblem('invalid', 'Ask for the draft with GET.', { status: 405 });
      return downloadAnswer(await exportAnnotatedDraft(ctx, input));
    },
  }),
});
