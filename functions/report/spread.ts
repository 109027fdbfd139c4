/** Labels beside what they name, none nearer to another than `gap` and none above `top`; in the order of their places. */
export function spread<T extends { at: number }>(labels: readonly T[], gap: number, top: number): T[] {
  const placed = labels.toSorted((one, other) => one.at - other.at).map((label) => ({ ...label }));
  placed.forEach((label, index) => {
    const below = placed[index - 1];
    if (below) label.at = Math.max(label.at, below.at + gap);
  });
  let above = top + gap;
  for (const label of placed.toReversed()) {
    label.at = Math.min(label.at, above - gap);
    above = label.at;
  }
  return placed;
}
