import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("functions on texts", () => {
  it.each([
    ['substring("foobar", 3)', "obar"],
    ['substring("foobar", 3, 3)', "oba"],
    ['substring("foobar", -2, 1)', "a"],
    ['substring("退货单号", 3)', "单号"],
    ['substring("😀x", 2)', "x"],
    ['substring(string: "foobar", start position: 4)', "bar"],
    ['substring("foobar", 0)', "error no-result"],
    ['string length("退货😀")', 3],
    ['upper case("aBc4")', "ABC4"],
    ['lower case("aBc4")', "abc4"],
    ['substring before("foobar", "bar")', "foo"],
    ['substring before("foobar", "x")', ""],
    ['substring after("foobar", "ob")', "ar"],
    ['contains("foobar", "of")', false],
    ['contains("杭州市余杭区", "余杭")', true],
    ['starts with("foobar", "fo")', true],
    ['ends with("foobar", "r")', true],
    ['matches("foobar", "^fo*b")', true],
    ['matches("FOOBAR", "^fo*b", "i")', true],
    ['matches("x", "(")', "error no-result"],
    ['matches("x", "x", "q")', "error no-result"],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', "[1=ab][2=]cd"],
    ['replace("1.2.3", "\\\\.", "-")', "1-2-3"],
    ['split("John Doe", "\\\\s")', ["John", "Doe"]],
    ['split("a;b;;c", ";")', ["a", "b", "", "c"]],
    ['string join(["a", "b", null], "、")', "a、b"],
    ['string join(["a", 1])', "error no-result"],
    ['trim("  a b ")', "a b"],
    ['contains(1, "a")', "error bad-argument"],
    ['contains(null, "a")', "error bad-argument"],
    ['contains("a")', "error bad-call"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
