import { MissingPage } from '@/components/ui/MissingPage';

export default function NotFound() {
  return <MissingPage href="/" label="See all APIs" />;
}
