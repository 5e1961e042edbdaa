import { ademe } from './ademe';
import type { Model } from './model';
import { power } from './power';
import { swdm } from './swdm';

/** Every model, the main one first. */
export const MODELS: readonly Model[] = [ademe, swdm, power];
