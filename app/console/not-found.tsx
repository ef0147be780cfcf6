import { MissingPage } from '@/components/ui/MissingPage';

export default function NotFound() {
  return <MissingPage href="/console" label="See all APIs" />;
}
