import { kremlinClaimsOfBlame } from './kremlin-claims-blame';
import { kremlinClaimsOfTheMorning } from './kremlin-claims-morning';
import { kremlinClaimsOfTheNight } from './kremlin-claims-night';
import { kremlinSources } from './kremlin-sources';
import type { DemoStory } from './script';

export const kremlinNight: DemoStory = {
  copyFile: 'kremlin-night.md',
  details: {
    headline: 'Kremlin drones, 3–4 May 2023',
    slug: 'kremlin-drones',
    language: 'en',
    byline: 'Tomasz Lenart',
    risk: 'HIGH',
  },
  by: 'reporter',
  leadChecker: 'checker',
  broughtIn: 272,
  due: 95,
  sources: kremlinSources,
  claims: [...kremlinClaimsOfTheMorning, ...kremlinClaimsOfBlame, ...kremlinClaimsOfTheNight],
};
