import type { DemoStory } from './script';

/** Fresh on the desk: nobody has marked anything yet. */
export const schoolMeals: DemoStory = {
  copyFile: 'school-meals.md',
  details: {
    headline: 'School meals',
    slug: 'school-meals',
    language: 'en',
    byline: 'Tomasz Lenart',
    risk: 'NORMAL',
  },
  by: 'reporter',
  leadChecker: 'second',
  broughtIn: 25,
  due: 4_320,
  sources: {},
  claims: [],
};
