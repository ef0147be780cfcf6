import { Globe, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ApiPlace, apiHref } from './places';

interface ApiAction {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
}

/** What can be made in the API whose workspace is open. */
export function apiActions(api: ApiPlace): ApiAction[] {
  if (api.kind === 'HTTP') return httpApiActions(api);
  return api.kind === 'REST' ? restApiActions(api) : [];
}

function httpApiActions({ name, ...api }: ApiPlace): ApiAction[] {
  const base = apiHref(api);
  return [
    {
      id: 'create-route',
      label: `Create route in ${name}`,
      href: `${base}/routes?route=new`,
      icon: <Plus />,
    },
    {
      id: 'create-http-authorizer',
      label: `Create authorizer in ${name}`,
      href: `${base}/authorizers?authorizer=new`,
      icon: <Plus />,
    },
    { id: 'http-cors', label: `CORS of ${name}`, href: `${base}/cors`, icon: <Globe /> },
  ];
}

function restApiActions({ name, ...api }: ApiPlace): ApiAction[] {
  const base = apiHref(api);
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
