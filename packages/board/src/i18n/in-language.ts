import { currentLocale } from './locale.ts';

/** A message in the language of the moment, from itself in each of them. The build gives every message this. */
export const inLanguage =
  <Inputs>(nb: Message<Inputs>, nn: Message<Inputs>, en: Message<Inputs>): Message<Inputs> =>
  (inputs) =>
    ({ nb, nn, en })[currentLocale()](inputs);

type Message<Inputs> = (inputs: Inputs) => string;
