import { MissingPage } from '@/components/ui/MissingPage';

/** Also of a portal that is not published, which is told from one that never was by nothing. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh content-center">
      <MissingPage />
    </main>
  );
}
