import type { Page } from '@playwright/test';

export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What every step of the walk knows. */
export interface Walk {
  page: Page;
  /** of identity in the console */
  identityUrl: string;
  restApiId: string;
  /** GET of a path of the stage `dev`; without a key it is not signed. @returns the status */
  call(path: string, key?: AccessKey): Promise<number>;
}
