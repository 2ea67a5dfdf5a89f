/**
 * Seeds of faults that a run once found, each by what it found. All did so with the
 * acts of their day, and stay as runs that must end well; whether such faults are found today is what `faults/` is for.
 */
export const KEPT_SEEDS: readonly (readonly [seed: number, found: string])[] = [
  [24, 'a step that wrote both documents was taken back by halves'],
  [13, 'a note stood at one person’s place in another’s zone'],
  [83, 'undo of a move of a zone that another had moved too took the zone away from everybody'],
  [6284, 'a note that was removed and brought back in one change stayed open with a text that was no more'],
  [380, 'what lay in a box in a deleted box was shown where nobody had put it'],
  [532, 'letters typed between others that had been taken back and forth came back in another order'],
  [241, 'notes stayed where the drag of their zone had left them when it was called off'],
  [2946, 'what was dropped into a group that was gone was seen by nobody who dropped it'],
  [342, 'a late word about a drag moved a zone again that the document had placed after a silence'],
  [753, 'a group that the gesture itself had removed came back with what an undo brought back in it'],
  [1145, 'two people brought back one note at once, and what was written in one of the two went with it'],
  [115780, 'undo of a move took the place from a note that had been deleted and brought back while another moved it'],
  [125999, 'what was undone in the middle of a drag came back when the drag was called off'],
  [201570, 'what another had moved while it was deleted came back without a place, and was seen by nobody'],
  [206047, 'calling off a drag put a theme back into a group that an undo had dissolved meanwhile'],
  [10104, 'a theme that was removed, undone and moved by another at once came back without a place'],
  [522140, 'a letter that an undo had brought back was lost when its note was removed and brought back'],
  [406594, 'a letter was lost when what it was written over was brought back'],
  [506340, 'a note came back without a place when whoever undid was gone between the undo and its completion'],
];
