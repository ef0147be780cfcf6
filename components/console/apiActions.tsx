import { Globe, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApiPlace } from './places';

/** What can be made in the API whose workspace is open. */
export function apiActions({ id, name }: ApiPlace): {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
}[] {
  const base = `/console/apis/${id}`;
  return [
    {
      id: 'create-authorizer',
      label: `Create authorizer in ${name}`,
      href: `${base}/authorizers?create=1`,
      icon: <Plus />,
    },
    {
      id: 'create-model',
      label: `Create model in ${name}`,
      href: `${base}/models?create=1`,
      icon: <Plus />,
    },
    {
      id: 'create-validator',
      label: `Create request validator in ${name}`,
      href: `${base}/validators?create=1`,
      icon: <Plus />,
    },
    {
      id: 'cors-on-errors',
      label: `CORS on gateway errors of ${name}`,
      href: `${base}/gateway-responses?cors=1`,
      icon: <Globe />,
    },
  ];
}
