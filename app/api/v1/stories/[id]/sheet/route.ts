import { HttpProblem } from '@/lib/api/problem';
import { endpoint, route } from '@/lib/api/route';
import { GetSheet, sheetRequest } from '@/lib/api/schemas';
import { SheetShape } from '@/lib/api/story-shapes';
import { refuseForeignDownload } from '@/lib/auth/same-origin';
import { downloadAnswer } from '@/lib/outlet/download';
import { exportSheet } from '@/lib/sheets/export-sheet';
import { MEDIA_TYPES } from '@/lib/sheets/sheet-files';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'The verified-claims sheet as a file; the export is recorded with its hash',
    scope: 'read',
    input: GetSheet,
    path: { id: 'storyId' },
    answer: {
      about: 'The file, as it is written',
      shape: SheetShape,
      media: Object.values(MEDIA_TYPES),
      problems: [501],
    },
    async handle(ctx, input, call) {
      refuseForeignDownload(call);
      // To write the file only to throw it away would still be recorded as an export.
      if (call.method === 'HEAD')
        throw new HttpProblem('invalid', 'Ask for the sheet with GET.', { status: 405 });
      const request = sheetRequest(input);
      if (request === null)
        throw new HttpProblem(
          'not-built',
          'The sheet in this format is not built yet. Take json, csv, xlsx or zip.',
        );
      return downloadAnswer(await exportSheet(ctx, request));
    },
  }),
});
