/**
 * 2,000 labels of the kinds that people write, the same in every run: real words, and random neighbours from each
 * alphabet so that kerning pairs nobody thought of are met as well.
 */
const words = {
  english:
    "order created send welcome mail Payment Wave Type Total Years AVATAR LTd, Toyota WAVE fly Vault 'Yes' \"To\" (a) [b] {c} Av. P. T, y. r, f) queue retry timeout ack nack",
  identifiers:
    "order.created user_signed_up PaymentServiceClient HTTPServer v1.2.3 a/b/c kafka://orders.v1 x->y ns::Type --force {id} user@host #42 $total 100% a&b k=v ~tmp *all* `code` <T> e|f ^up",
  numbers: "1,234.56 0.5 42 1970-01-01 12:30:45 7.11 3/4 (11) +1 -1 10% 2^10 1e9 #1 v10 171 4741 1,1,1",
  accents:
    "Übertrag Tür Wörter Größe Ärger Çağrı Überprüfung été façade naïve Łódź żółw příliš žluťoučký Ação coração Vănătoare Tïtle Àrea Vâlcea Ťuk ďábel Ľubica ŠKODA Ýmir",
  vietnamese: "Đặt hàng thành công Người dùng Tải về Vận chuyển Phở Ưu đãi",
  greek: "Παραγγελία Ύψος Τύπος Αυτό ΑΥΤΟ Γάμμα. Ρ, χρήστης Ώρα λάθος ϊός Έλεγχος",
  cyrillic: "Привет, Заказ Тип Уведомление ГОСТ. Рим, Ґанок їжак Ўсё Қазақ Әже Ұлы письмо у. г, Точка",
  arrows: "→ ← a→b ✓ ✗ ok✓ ≥5 ≤3 ≠ A→ →V x×y",
  symbols: "↔ ⇒ ⇐ ↑ ↓ ⟶ ● ■ ▲ ★ ⚠ ₽ ⌘ ½ ∞ √ ≈ ∑ ² ₂ ① ▶ ◆",
  quotes: "“Type” ‘Vault’ „Wort“ «Тип» ‹x› it’s wait… A—B 1–2 ©2024 ® ™ 5° §7 · • №5 €9",
} as const;

type Kind = keyof typeof words;

const alphabets = {
  latin: "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz0123456789.,:;'\"!?-_/()[]{}<>@#$%&*+=|~^`\\ ",
  accented:
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚț.,-TVAPFYr ",
  greek: "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰςΆΈΉΊΌΎΏ., ",
  cyrillic: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґЁІЇЄҐ., ",
} as const;

/** Texts of one script beside spaces, commas and full stops; mixed texts have whole words of several. */
export type SampleText = { readonly text: string; readonly kind: Kind | keyof typeof alphabets | "mixed" };

export const sampleTexts = (count = 2000): readonly SampleText[] => {
  const next = random(20_240);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const wordsOf = (kind: Kind): readonly string[] => words[kind].split(" ");
  const kinds = Object.keys(words) as readonly Kind[];
  const makers: readonly (() => SampleText)[] = [
    ...kinds.map((kind) => () => ({
      kind,
      text: Array.from({ length: 1 + next(5) }, () => pick(wordsOf(kind))).join(" "),
    })),
    ...(Object.keys(alphabets) as readonly (keyof typeof alphabets)[]).map((kind) => () => ({
      kind,
      text: Array.from({ length: 4 + next(28) }, () => pick(Array.from(alphabets[kind])))
        .join("")
        .replace(/ +/g, " ")
        .trim(),
    })),
    () => ({
      kind: "mixed",
      text: Array.from({ length: 2 + next(5) }, () => pick(wordsOf(pick(kinds)))).join(" "),
    }),
  ];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as () => SampleText)());
};

/** A linear congruential generator (Numerical Recipes, "quick and dirty"): numbers below the given one. */
const random = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
