package org.colonnade.crm.internal.domain.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Short forms of given names that do not sound or look like the long one. */
final class Nicknames {

    private static final String[] GROUPS = {
        "alexander alex sascha sasha xander sandy",
        "alexandra alex sascha sandra lexi",
        "andrew andy drew",
        "anthony tony ant",
        "antonia toni",
        "barbara barb babs",
        "benjamin ben benny benji",
        "catherine katherine kathryn cathy kathy kate katie kat",
        "charles charlie chuck chas",
        "charlotte lottie charlie",
        "christine christina chris chrissy tina",
        "christopher chris kit topher",
        "daniel dan danny",
        "david dave davey",
        "deborah debra deb debbie",
        "dorothy dot dottie dolly",
        "edward ed eddie ted teddy ned",
        "eleanor ellie nell nora",
        "elizabeth liz lizzie beth betty eliza libby elsie lisa",
        "emily em emmy",
        "frances fran frankie",
        "francis frank",
        "frederick fred freddie",
        "friedrich fritz",
        "gabriel gabe",
        "gabrielle gabby",
        "george georgie",
        "gerald gerry jerry",
        "gregory greg",
        "heinrich heinz",
        "henry harry hank hal",
        "isabella isabelle bella izzy",
        "jacob jake",
        "jacqueline jackie",
        "james jim jimmy jamie",
        "jennifer jen jenny",
        "jessica jess jessie",
        "johannes hans hannes",
        "john jack johnny jon",
        "jonathan jon jonny",
        "joseph joe joey sepp josef",
        "josephine jo josie",
        "joshua josh",
        "katharina kathi kaethe",
        "kenneth ken kenny",
        "lawrence larry laurie",
        "leonard leo len",
        "louis lou louie",
        "louise lou lulu",
        "ludwig lutz",
        "margaret maggie meg peggy rita marge greta",
        "maria mia mitzi",
        "martin marty",
        "mary molly polly",
        "matthew matt matty",
        "maximilian max",
        "michael mike mick mikey micky",
        "nathaniel nathan nate",
        "nicholas nick nicky nico klaus",
        "nicole nicky nikki",
        "olivia liv livvy",
        "oliver ollie",
        "pamela pam",
        "patricia pat trish patty",
        "patrick pat paddy",
        "peter pete",
        "philip phil pip",
        "rebecca becky becca",
        "richard rick dick rich ricky",
        "robert bob rob bobby robbie bert",
        "ronald ron ronnie",
        "samantha sam sammy",
        "samuel sam sammy",
        "sarah sally sadie",
        "sebastian seb basti",
        "stephanie steph steffi",
        "stephen steven steve",
        "susan sue susie suzie",
        "theodore theo ted",
        "theresa terry tess resi",
        "thomas tom tommy",
        "timothy tim timmy",
        "victoria vicky tori",
        "vincent vince",
        "virginia ginny",
        "walter walt wally",
        "wilhelm willi helmut",
        "william bill will billy willy liam",
        "zachary zach zac"
    };
    private static final Map<String, Set<Integer>> NAMES = new HashMap<>();

    static {
        for (int i = 0; i < GROUPS.length; i++) {
            for (String name : GROUPS[i].split(" ")) {
                NAMES.computeIfAbsent(name, key -> new HashSet<>()).add(i);
            }
        }
    }

    private Nicknames() {}

    /** Whether people say the one for the other. */
    static boolean same(String one, String other) {
        Set<Integer> groups = NAMES.get(one);
        Set<Integer> others = NAMES.get(other);
        return groups != null && others != null && groups.stream().anyMatch(others::contains);
    }
}
