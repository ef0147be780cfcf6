import { expect, type Page } from '@playwright/test';
import type { CountedAnswer } from '../fixtures/startChangingBackend';

/** What every step of the walk knows. */
export interface Walk {
  page: Page;
  consoleUrl: string;
  /** of the API in the console */
  apiUrl: string;
  /** one call of the stage through the gateway */
  call(): Promise<CountedAnswer>;
}

/** @param tab as it is called in the page */
export async function openTab({ page, apiUrl }: Walk, tab: string): Promise<void> {
  await page.goto(`${apiUrl}/stages?stage=prod&tab=${tab.toLowerCase()}`);
  const tabs = page.getByRole('navigation', { name: 'Stage prod' });
  await expect(tabs.locator('[aria-current=page]')).toContainText(tab);
}
