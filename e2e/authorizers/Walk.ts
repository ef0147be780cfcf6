import { expect, type Page } from '@playwright/test';

/** What every step of the walk knows. */
export interface Walk {
  page: Page;
  consoleUrl: string;
  /** of the API in the console */
  apiUrl: string;
  /** GET /pets of the stage `dev`; no token: without the header */
  call(token?: string): Promise<{ status: number; body: string }>;
}

/** The page tells that it was saved. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByText(text).last()).toBeVisible();
}
