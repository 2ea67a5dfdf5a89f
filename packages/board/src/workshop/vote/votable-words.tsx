import type { Votable } from './votable.ts';

type Props = { item: Votable; lang: string };

export const VotableWords = ({ item: { text, zone, isTheme }, lang }: Props) => (
  <span className="vote-words" lang={lang}>
    {isTheme ? <strong>{text}</strong> : text}
    {zone !== null && <span className="vote-zone">{zone}</span>}
  </span>
);
