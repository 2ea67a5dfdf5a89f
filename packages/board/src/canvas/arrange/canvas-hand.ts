import { createContext } from 'react';
import type { Hand } from '../../outline/hand.ts';

/** The hand of who works on this canvas, which says it. */
export const CanvasHand = createContext<Hand>(null as unknown as Hand);
