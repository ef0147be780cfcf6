import { Plus, ShieldQuestionMark } from 'lucide-react';

/** What the palette offers administrators about IAM users, wherever they stand. */
export const identityActions = [
  { id: 'create-iam-user', label: 'Create IAM user', icon: <Plus />, href: '/console/identity?create=1' },
  {
    id: 'create-policy',
    label: 'Create IAM policy',
    icon: <Plus />,
    href: '/console/identity/create-policy',
  },
  {
    id: 'simulate',
    label: 'Simulate a call of an IAM user',
    icon: <ShieldQuestionMark />,
    keywords: ['policy', 'simulator'],
    href: '/console/identity/simulator',
  },
];
