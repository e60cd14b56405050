import { redirect } from 'next/navigation';

/** The queue is the home. */
export default function Home(): never {
  redirect('/queue');
}
