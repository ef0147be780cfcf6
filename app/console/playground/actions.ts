'use server';

import { action } from '@/app/action';
import type { TemplateTrial } from '@/lib/control/control';
import { control } from '@/lib/runtime/slot';

export const renderTemplate = action((actor, trial: TemplateTrial) =>
  control().templates.render(actor, trial),
);
