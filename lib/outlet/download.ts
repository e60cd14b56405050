/** A file on its way out. */
export type Download = {
  fileName: string;
  mediaType: string;
  stream: ReadableStream<Uint8Array>;
};

/** The file as an answer: saved, never shown; not kept by any cache, not sniffed, and harmless if opened in place. */
export const downloadAnswer = ({ fileName, mediaType, stream }: Download): Response =>
  new Response(stream, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });

const asciiName = (name: string): string => name.replace(/[^\w.-]+/g, '-');
