import type { FunctionPermission } from '@/lib/model/function';

/** A statement of the function, or of one of its versions and aliases. */
export interface PermissionRow {
  /** absent: of the function as such */
  qualifier?: string;
  statement: FunctionPermission;
  /** the API that its source ARN names, where it is one of ours */
  api?: { name: string; href: string };
}
