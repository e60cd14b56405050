import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readerTheme } from '@/components/frame/current-reader';
import './fonts.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  description: 'The fact-check desk: every claim, its sources, and who let it stand.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#efece5' },
    { media: '(prefers-color-scheme: dark)', color: '#131210' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readerTheme();
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  );
}
