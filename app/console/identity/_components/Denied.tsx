import { Notice } from '@/components/ui/Notice';

/** For everybody but administrators: who may call what is theirs. */
export function Denied() {
  return (
    <Notice kind="denied" title="Identity is for administrators">
      An administrator can change your role.
    </Notice>
  );
}
