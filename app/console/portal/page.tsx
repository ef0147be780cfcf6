import { redirect } from 'next/navigation';

/** Where the stages of the catalogue were listed; they are portal products among others. */
export default function PortalPage(): never {
  redirect('/console/portal-products');
}
