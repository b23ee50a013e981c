import { describe } from 'vitest';
import { examplesOfPages } from './flow/examples.ts';
import { hostilePosts } from './flow/hostile-posts.ts';
import { hostileTexts } from './flow/hostile-texts.ts';
import { because, guard, missing, useStage } from './stage.ts';

describe.skipIf(missing !== null)(`every text in Chromium${because}`, guard, () => {
  const stage = useStage();
  describe('hostile texts', () => hostileTexts(stage));
  describe('hostile posts', () => hostilePosts(stage));
  describe('examples', () => examplesOfPages(stage));
});
