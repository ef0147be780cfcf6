import { MissingPage } from '@/components/ui/MissingPage';

export default function NotFound() {
  return (
    <main className="grid min-h-[60dvh] content-center">
      <MissingPage href="/" label="See all APIs" />
    </main>
  );
}
