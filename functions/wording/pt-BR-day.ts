/** A day as the time of something: `na terça-feira, 3 de março de 2026`, `no sábado, ...`, and without its weekday `em 3 de março`. */
export function onDay(day: string): string {
  if (/^(sábado|domingo)/.test(day)) return `no ${day}`;
  return /^\p{L}+-feira/u.test(day) ? `na ${day}` : `em ${day}`;
}
