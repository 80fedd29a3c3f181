package org.colonnade.crm.internal.domain.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents people as a company's records have them: common names often, rare ones seldom, some living together. */
final class MadeUpPeople {

    private static final String[] GIVEN =
            ("james mary john patricia robert jennifer michael linda william elizabeth david barbara richard susan joseph jessica thomas"
                            + " sarah charles karen christopher nancy daniel lisa matthew betty anthony margaret mark sandra donald ashley steven kimberly"
                            + " paul emily andrew donna joshua michelle kenneth dorothy kevin carol brian amanda george melissa edward deborah ronald"
                            + " stephanie timothy rebecca jason sharon jeffrey laura ryan cynthia jacob kathleen gary amy nicholas shirley eric angela"
                            + " jonathan helen stephen anna larry brenda justin pamela scott nicole brandon emma benjamin samantha samuel katherine gregory"
                            + " christine frank debra alexander rachel raymond catherine patrick carolyn jack janet dennis ruth jerry maria tyler heather"
                            + " aaron diane jose virginia henry julie adam joyce douglas victoria nathan olivia peter kelly zachary christina kyle lauren"
                            + " walter joan harold evelyn jeremy judith ethan megan carl cheryl keith andrea roger hannah gerald martha christian jacqueline"
                            + " terry frances sean gloria arthur ann austin teresa noah kathryn lawrence sara jesse janice joe jean bryan alice billy"
                            + " madison jordan doris albert abigail dylan julia bruce judy willie grace gabriel denise alan amber juan beverly logan danielle"
                            + " somchai malee anan suda wichai kanya prasert ratana hans ursula juergen renate klaus helga dieter ingrid wolfgang")
                    .split(" ");
    private static final String[] FAMILY =
            ("smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor"
                            + " moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright"
                            + " scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans"
                            + " turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson"
                            + " bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price"
                            + " alvarez castillo sanders patel myers long ross foster jimenez mueller schmidt schneider fischer weber meyer wagner becker"
                            + " schulz hoffmann koch bauer richter klein wolf schroeder neumann schwarz zimmermann srisuk wongsakul chaiyasit thongdee")
                    .split(" ");
    private static final String[] STREET =
            ("station church park victoria high king queen george william albert mill bridge ocean lake forest garden hill river beach railway"
                            + " wattle banksia acacia grevillea flinders macquarie phillip cook bligh hume oxley sturt burke wills kingsford smith monash"
                            + " bradman lawson paterson namatjira melba chisholm curtin menzies whitlam fraser deakin barton reid")
                    .split(" ");
    private static final String[] WAY = {
        "street", "road", "avenue", "place", "crescent", "court", "drive", "lane", "close", "circuit"
    };
    private static final String[] SUBURB =
            ("ashfield bankstown carlton dandenong epping footscray geelong hornsby ipswich joondalup kingston launceston mandurah newtown"
                            + " oakleigh penrith quakers richmond subiaco toowong umina vermont wollongong yass bondi coogee fremantle glenelg hawthorn")
                    .split(" ");
    private static final String[] STATE = {"nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"};
    private static final String[] SYLLABLE =
            "ba be bo bri ca co da de do fen ga gar hol ka ker la len lo ma mer mo na nor pa pe ro ros sa sel ta ten to va ver wal win za"
                    .split(" ");

    private final Random chance;

    MadeUpPeople(long seed) {
        chance = new Random(seed);
    }

    /** One record; the fields in the order of {@link #FIELDS}; null where nothing is known. */
    record Person(String[] fields) {

        Person {
            fields = fields.clone();
        }

        String get(int field) {
            return fields[field];
        }

        @Override
        public String[] fields() {
            return fields.clone();
        }
    }

    static final int GIVEN_NAME = 0;
    static final int FAMILY_NAME = 1;
    static final int NUMBER = 2;
    static final int STREET_NAME = 3;
    static final int TOWN = 4;
    static final int POSTCODE = 5;
    static final int REGION = 6;
    static final int BORN = 7;
    static final int PHONE = 8;
    static final int EMAIL = 9;
    static final int FIELDS = 10;

    /** So many different people; every tenth lives with the one before. */
    List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        while (people.size() < count) {
            boolean family = !people.isEmpty() && chance.nextInt(10) == 0;
            people.add(family ? relative(people.get(people.size() - 1)) : person());
        }
        return people;
    }

    private Person person() {
        String given = often(GIVEN);
        String family = chance.nextInt(3) == 0 ? invented() : often(FAMILY);
        String town = SUBURB[chance.nextInt(SUBURB.length)] + (chance.nextInt(3) == 0 ? " " + side() : "");
        String[] f = new String[FIELDS];
        f[GIVEN_NAME] = given;
        f[FAMILY_NAME] = family;
        f[NUMBER] = String.valueOf(1 + chance.nextInt(chance.nextInt(4) == 0 ? 400 : 80));
        f[STREET_NAME] = STREET[chance.nextInt(STREET.length)] + (chance.nextBoolean() ? "" : " " + invented()) + " "
                + WAY[chance.nextInt(WAY.length)];
        f[TOWN] = town;
        f[POSTCODE] = String.valueOf(2000 + Math.floorMod(town.hashCode(), 6000));
        f[REGION] = STATE[Math.floorMod(town.hashCode(), STATE.length)];
        f[BORN] = chance.nextInt(10) == 0 ? null : born();
        f[PHONE] = chance.nextInt(5) == 0 ? null : phone();
        f[EMAIL] = chance.nextInt(5) < 2 ? null : email(given, family);
        return new Person(f);
    }

    /** The same address and telephone, another given name and birthday. */
    private Person relative(Person of) {
        String[] f = of.fields();
        do {
            f[GIVEN_NAME] = often(GIVEN);
        } while (f[GIVEN_NAME].equals(of.get(GIVEN_NAME)));
        f[BORN] = born();
        f[EMAIL] = chance.nextBoolean() ? null : email(f[GIVEN_NAME], f[FAMILY_NAME]);
        return new Person(f);
    }

    private String born() {
        return LocalDate.of(1930, 1, 1).plusDays(chance.nextInt(75 * 365)).toString();
    }

    private String phone() {
        return "+612" + (60000000 + chance.nextInt(39999999));
    }

    private String email(String given, String family) {
        String host = chance.nextInt(3) > 0 ? "gmail.com" : invented() + ".example";
        return (chance.nextBoolean() ? given.charAt(0) + family : given + "." + family) + chance.nextInt(1000) + "@"
                + host;
    }

    private String side() {
        return new String[] {"north", "south", "east", "west", "heights"}[chance.nextInt(5)];
    }

    private String often(String[] words) {
        double skewed = Math.pow(chance.nextDouble(), 1.7);
        return words[(int) (skewed * words.length)];
    }

    private String invented() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + chance.nextInt(2); i++) {
            word.append(SYLLABLE[chance.nextInt(SYLLABLE.length)]);
        }
        return word.toString();
    }
}
