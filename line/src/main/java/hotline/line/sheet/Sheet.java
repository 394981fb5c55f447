package hotline.line.sheet;

import hotline.airspace.Position;
import hotline.airspace.typed.TypedTime;
import hotline.line.Kind;
import hotline.line.terms.Area;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDraft;
import hotline.record.cbor.Decoded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terms as a sheet with every clause on it. What is drafted from the same terms, by whatever page,
 * file or option, is drafted here.
 */
public final class Sheet {
  private final Terms terms;
  private final Map<String, Clause> clauses = new LinkedHashMap<>();

  private Sheet(Terms terms) {
    this.terms = terms;
    SheetWriter.write(terms).forEach(clause -> clauses.put(clause.name(), clause));
  }

  /** The first terms of a line, to be filled in. */
  public static Sheet first(Terms terms) {
    return new Sheet(terms);
  }

  /** The terms after those in force: the same, with the next number, in force at once. */
  public static Sheet next(Terms inForce) {
    return new Sheet(inForce.next().build());
  }

  /** Every clause, in the order of their numbers. */
  public List<Clause> clauses() {
    return List.copyOf(clauses.values());
  }

  /** The clause of this name. */
  public Optional<Clause> clause(String name) {
    return Optional.ofNullable(clauses.get(name));
  }

  /** The terms as nothing has been filled in. */
  public Terms blank() {
    return terms;
  }

  /**
   * The terms with these clauses, and all others as they stand on the sheet.
   *
   * @param filled the values of each clause by its name; blank ones do not count
   * @param nowUs decides which day is meant where only a time of day is given
   */
  public Filled fill(Map<String, List<String>> filled, long nowUs) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    List<Filled.Wrong> unknown = new ArrayList<>();
    filled.forEach((name, values) -> {
      List<String> plain = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
      Clause clause = clauses.get(name);
      if (clause == null) {
        unknown.add(new Filled.Wrong(name, "", "No clause of the sheet has this name."));
      } else if (!clause.values().equals(plain)) {
        given.put(name, plain);
      }
    });
    return unknown.isEmpty()
        ? new Filling(new Values(given), nowUs).done(given.keySet())
        : new Filled.Bad(unknown);
  }

  /** Finds out which of the clauses stand together, and what is wrong with the others. */
  private final class Filling {
    private final Values values;
    private final long nowUs;

    Filling(Values values, long nowUs) {
      this.values = values;
      this.nowUs = nowUs;
    }

    Filled done(Set<String> names) {
      if (sentence(names) == null) {
        Terms built = build(values.only(names));
        return Terms.decode(built.encode()) instanceof Decoded.Fault<Terms>(String sentence)
            ? new Filled.Bad(List.of(new Filled.Wrong("terms", "", plain(sentence))))
            : new Filled.Good(built);
      }
      Set<String> good = new LinkedHashSet<>();
      List<String> left = new ArrayList<>(names);
      boolean found = true;
      while (found) {
        found = left.removeIf(name -> sentence(with(good, name)) == null && good.add(name));
        found |= addPair(good, left);
      }
      return new Filled.Bad(
          left.stream()
              .map(name ->
                  new Filled.Wrong(name, number(name), String.valueOf(sentence(with(good, name)))))
              .sorted(Comparator.comparingInt(wrong -> order(wrong.name())))
              .toList());
    }

    /** Two that stand only together: a step and the limit that is a multiple of it. */
    private boolean addPair(Set<String> good, List<String> left) {
      for (String one : left) {
        for (String other : left) {
          Set<String> pair = with(with(good, one), other);
          if (!one.equals(other) && isRelated(one, other) && sentence(pair) == null) {
            good.addAll(pair);
            left.removeAll(pair);
            return true;
          }
        }
      }
      return false;
    }

    private boolean isRelated(String one, String other) {
      return number(one).split("\\.", -1)[0].equals(number(other).split("\\.", -1)[0]);
    }

    /** What is wrong with the terms that have these clauses; null if nothing is. */
    private @Nullable String sentence(Set<String> names) {
      try {
        var _ = build(values.only(names));
        return null;
      } catch (IllegalArgumentException wrong) {
        return plain(String.valueOf(wrong.getMessage()));
      }
    }

    private Terms build(Values all) {
      List<Kind> survives =
          all.many("while-suspended", terms.survives(), Kind::word, Text::kind).stream()
              .sorted()
              .distinct()
              .toList();
      TermsDraft draft = terms.draft();
      return places(draft, all)
          .host(all.one("host", terms.host(), Text::name))
          .epoch(all.one("epoch", terms.epoch(), text -> (long) Text.whole(text)))
          .parties(People.parties(all, terms))
          .separation(Figures.separation(all, terms))
          .planning(Figures.planning(all, terms))
          .granularity(Figures.granularity(all, terms))
          .categories(all.many("categories", terms.categories(), each -> each, Text::name))
          .survives(survives)
          .limits(Figures.limits(all, terms))
          .times(Figures.times(all, terms))
          .agreement(People.agreement(all, terms))
          .seats(People.seats(all, terms))
          .languages(all.many("languages", terms.languages(), each -> each, Text::language))
          .liars(all.one("liars", terms.liars(), Text::whole))
          .thirdParties(
              all.many("third-parties", terms.thirdParties(), People::write, People::third))
          .observers(all.many("observers", terms.observers(), People::write, People::observer))
          .witnesses(all.many("witnesses", terms.witnesses(), People::write, People::witness))
          .retention(Figures.retention(all, terms))
          .effectiveUs(effective(all))
          .build();
    }

    private TermsDraft places(TermsDraft draft, Values all) {
      List<Position> was = terms.area().map(Area::outline).orElse(List.of());
      List<Position> outline = all.many("area", was, Text::position, Text::position);
      return draft
          .zones(
              all.many(
                  "zones",
                  terms.zones(),
                  PlaceText::write,
                  text -> PlaceText.zone(text, terms.zones())))
          .points(all.many("points", terms.points(), PlaceText::write, PlaceText::point))
          .area(outline.equals(was) ? terms.area() : PlaceText.area(outline))
          .lines(all.many("lines", terms.lines(), PlaceText::write, PlaceText::line));
    }

    private Optional<Long> effective(Values all) {
      List<Long> was = terms.effectiveUs().stream().toList();
      List<Long> time =
          all.many("effective", was, TypedTime::write, text -> Text.time(text, nowUs));
      if (time.size() > 1) {
        throw new IllegalArgumentException("Give one time, or none.");
      }
      return time.stream().findFirst();
    }
  }

  private static Set<String> with(Set<String> some, String one) {
    Set<String> all = new LinkedHashSet<>(some);
    all.add(one);
    return all;
  }

  private String number(String name) {
    return clause(name).map(Clause::number).orElse("");
  }

  private int order(String name) {
    return List.copyOf(clauses.keySet()).indexOf(name);
  }

  /** A sentence begins with a capital letter and ends. */
  private static String plain(String sentence) {
    String begun = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    return begun.endsWith(".") || begun.endsWith("…") ? begun : begun + ".";
  }
}
