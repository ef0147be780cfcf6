import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { Playground } from './_components/Playground';

export const metadata: Metadata = { title: 'Template playground' };

export default async function PlaygroundPage() {
  await requireConsole();
  return <Playground />;
}
