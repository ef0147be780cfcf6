import type { CustomColors } from '@/lib/model/portalSite';

/** What a new portal looks like: our own light colours. */
export const defaultColors: CustomColors = {
  accentColor: '#3a3fb5',
  backgroundColor: '#ffffff',
  errorValidationColor: '#b42318',
  headerColor: '#ffffff',
  navigationColor: '#fafafa',
  textColor: '#18181b',
};
