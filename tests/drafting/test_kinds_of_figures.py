"""Kinds of sentences with figures, each with a table of sentences and what is read from them."""

from collections.abc import Callable

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding

Rows = list[tuple[str, list[str]]]


def number(found: FigureFinding) -> str:
    """Return a number as the annotated samples write it: 300, ~300, 300.., ..300, 300..400."""
    if found.unit is not None:
        return f"{found.unit}s"
    if found.qualifier in ("exactly", "about"):
        return f"{'~' * (found.qualifier == 'about')}{found.best}"
    return f"{found.lower or ''}..{found.upper or ''}"


def counts(text: str) -> list[str]:
    """Return the number and the measure of each figure, with the modality unless asserted."""
    return [
        f"{number(one)} {one.measure}" + f" {one.modality}" * (one.modality != "asserted")
        for one in found_in(text)
    ]


def found_in(text: str) -> list[FigureFinding]:
    """Return the figures of a text that is dated on a Wednesday."""
    items = draft(text, date="2031-05-14").items
    return [one for one in items if isinstance(one, FigureFinding)]


def reads_all(rows: Rows, read: Callable[[str], list[str]] = counts) -> None:
    """Assert that each sentence is read as its row says; list every one that is not."""
    wrong = [(text, found, right) for text, right in rows if (found := read(text)) != right]
    assert not wrong, "\n".join(f"{text}\n  {found}\n  not {right}" for text, found, right in wrong)


def test_numbers_that_are_labelled_corrected_or_a_difference() -> None:
    reads_all(
        [
            ("Killed - 9\nInjured - 12", ["9 killed", "12 wounded"]),
            ("Killed – 14\nWounded – 31\nMissing – 2", ["14 killed", "31 wounded", "2 missing"]),
            ("Deaths: 7\nInjuries: 15", ["7 killed", "15 wounded"]),
            ("Killed: 9; injured: 12; vaccinated: 3,400.", ["9 killed", "12 wounded"]),
            ("Dead: 14; hospital visits: 30.", ["14 killed"]),
            ("KIA 2,000 WIA 4,000", ["2000 killed", "4000 wounded"]),
            ("KIA 30 WIA 44 MIA 2", ["30 killed", "44 wounded", "2 missing"]),
            ("Enemy losses: 40 killed, 12 wounded.", ["40 killed", "12 wounded"]),
            ("The toll was revised down from 36 to 35.", ["35 killed"]),
            ("The ministry corrected the number of dead to 35 from 36.", ["35 killed"]),
            ("Officials said 35 people died, correcting an earlier toll of 36.", ["35 killed"]),
            ("Deaths rose from 300 to 412.", ["412 killed"]),
            ("1,5 million people were killed.", []),
            ("Estimates range from 60 to as many as 160 captured soldiers.", ["60..160 captured"]),
            ("From 20 up to 25 people were killed.", ["20..25 killed"]),
            ("Between 20 and at least 30 people were killed.", ["20.. killed"]),
            ("Between 100 and more than 150 soldiers died.", ["100.. killed"]),
            ("From 40 to at least 60 miners were killed.", ["40.. killed"]),
            ("The death rate was 40 per 100,000 people.", []),
            ("300 some people were killed.", ["~300 killed"]),
            ("Not even 3 soldiers died.", ["..3 killed"]),
            ("12 more people were killed than in the same week of last year.", []),
        ]
    )


def test_an_increase_is_the_part_that_a_total_grew_by() -> None:
    def increases(text: str) -> list[str]:
        return [number(one) for one in found_in(text) if "increase" in one.flags]

    reads_all(
        [
            ("Casualties reached 6,410, some 290 more than in the last count.", ["~290"]),
            ("The toll stands at 512, 14 more than on Monday.", ["14"]),
            ("The flood killed 90 people, an increase of 11 on Friday's count.", ["11"]),
            ("The toll stands at 512, 14 fewer than on Monday.", []),
        ],
        increases,
    )


def test_what_nobody_asserts_is_not_asserted_and_what_is_called_false_is_denied() -> None:
    reads_all(
        [
            ("No evidence was found that 40 people had been killed.", ["40 killed not asserted"]),
            ("There is no sign that the raid killed 12 men.", ["12 killed not asserted"]),
            ("Investigators found no proof of 300 deaths.", ["300 killed not asserted"]),
            ("It is unclear whether 40 people were killed.", ["40 killed not asserted"]),
            ("Whether 40 people were killed is unclear.", ["40 killed not asserted"]),
            ("It was not known if nine miners had died.", ["9 killed not asserted"]),
            (
                "The mission is checking reports that shelling killed at least 19 civilians.",
                ["19.. killed not asserted"],
            ),
            ("Police are investigating claims that 12 men died.", ["12 killed not asserted"]),
            ("The UN is looking into allegations of 200 killings.", ["200 killed not asserted"]),
            ("There were unconfirmed reports of 40 deaths.", ["40 killed not asserted"]),
            ("Rumours that 40 people had died spread.", ["40 killed not asserted"]),
            ("The army could not verify that 40 men were killed.", ["40 killed not asserted"]),
            ("The army did not confirm the deaths of 40 men.", ["40 killed not asserted"]),
            ("The army has not confirmed 40 deaths.", ["40 killed not asserted"]),
            (
                "Claims that 200 men were executed have not been confirmed.",
                ["200 killed not asserted"],
            ),
            ("Reports that 12 men died remain unverified.", ["12 killed not asserted"]),
            ("A rumour that nine boys had died proved false.", ["9 killed denied"]),
            ("The ministry said claims of 40 casualties have no basis.", ["40 casualties denied"]),
            ("Reports that 12 men were killed are false, he said.", ["12 killed denied"]),
            ("There is no truth to reports that 40 people died.", ["40 killed denied"]),
            ("Other outlets wrote of the raid; none mentioned casualties.", []),
            ("Three papers covered the strike, and none reported injuries.", []),
            ("None were killed.", ["0 killed"]),
            (
                "No evidence was found that 40 people were killed, but 12 were wounded.",
                ["40 killed not asserted", "12 wounded"],
            ),
            (
                "It is unclear whether 40 people were killed; 12 were wounded.",
                ["40 killed not asserted", "12 wounded"],
            ),
            ("Although there is no evidence of an attack, 12 people died.", ["12 killed"]),
            ("Police confirmed reports that 12 people were killed.", ["12 killed"]),
            ("There was no evidence of arson in the fire that killed 12 people.", ["12 killed"]),
            ("There was no sign of the 12 missing miners.", ["12 missing"]),
            ("It was not clear what caused the blast, which killed 12 people.", ["12 killed"]),
        ]
    )


def test_a_clause_between_a_number_and_what_it_counts() -> None:
    reads_all(
        [
            ("The death toll since the truce began on 3 May has risen to 312.", ["312 killed"]),
            (
                "The total number of people killed since the war began on 7 May has reached 512.",
                ["512 killed"],
            ),
            (
                "Since January the total casualty figure for the northern army stands at 258.",
                ["258 casualties"],
            ),
            ("The number missing since the landslide is up to 57.", ["57 missing"]),
            ("The number missing after the 2020 war fell to 195.", ["195 missing"]),
            ("The number of miners who died after the shaft collapsed is now 14.", ["14 killed"]),
            (
                "Casualties among the crews that fought near the bridge have reached 412.",
                ["412 casualties"],
            ),
            (
                "The army said that the toll from the quake that struck in June stands at 1,204.",
                ["1204 killed"],
            ),
            ("The injury count for the week that ended on Sunday was 88.", ["88 wounded"]),
            (
                "The mayor said the toll from the fire that began in a market is at least 31.",
                ["31.. killed"],
            ),
            ("The death toll from the floods, which began on Friday, rose to 45.", ["45 killed"]),
            ("The price of bread since the truce began on 3 May has risen to 312.", []),
            ("Deaths are rare and the temperature in the city has reached 40.", []),
            ("Injuries rose while the number of calls reached 900.", []),
            ("The number of calls after the raid that killed a man reached 900.", []),
        ]
    )


def populations(text: str) -> list[str]:
    """Return the number of each figure, with the words for the people it counts."""
    return [
        f"{number(one)} {text[slice(*one.population)] if one.population else '-'}"
        for one in found_in(text)
    ]


def test_the_people_counted_are_named_or_taken_from_nearby() -> None:
    reads_all(
        [
            ("The raid caused 158 civilian casualties.", ["158 civilian"]),
            ("Civilian casualties reached 158.", ["158 Civilian"]),
            ("There were about 3,800 North Korean casualties.", ["~3800 North Korean"]),
            ("There were 40 deaths among Orvian troops.", ["40 Orvian troops"]),
            (
                "At least 39 civilians were killed and 78 injured.",
                ["39.. civilians", "78 civilians"],
            ),
            ("The raid killed 39 civilians and wounded 78.", ["39 civilians", "78 civilians"]),
            (
                "The blast killed nine miners, wounded 14 and left two missing.",
                ["9 miners", "14 miners", "2 miners"],
            ),
            (
                "39 civilians were killed, the mayor said, while the army reported 78 wounded.",
                ["39 civilians", "78 -"],
            ),
            (
                "The flood killed 12, including 3 children, and 4 were hurt.",
                ["12 -", "3 children", "4 -"],
            ),
            ("Orvia lost 6,000 dead.", ["6000 Orvia"]),
            ("The Orvians suffered losses of around 900.", ["~900 Orvians"]),
            ("The northern army has lost 30 killed.", ["30 northern army"]),
            ("They lost 6,000 dead.", ["6000 -"]),
            ("The French lost 300 and the Germans 400.", ["300 French", "400 Germans"]),
            ("Nine Orvians were killed and six others wounded.", ["9 Orvians", "6 Orvians"]),
            ("Six others were wounded.", ["6 -"]),
            (
                "The blast killed five members of the Teral family.",
                ["5 members of the Teral family"],
            ),
            (
                "Three members of a rescue team died in the fire.",
                ["3 members of a rescue team"],
            ),
            ("The number of miners killed has risen to 9.", ["9 miners"]),
            ("Eight of its 12 crew were rescued.", ["8 crew"]),
            ("The number of hostages stands at 30.", ["30 hostages"]),
            ("Pirates killed three seafarers.", ["3 seafarers"]),
            ("Two wounded soldiers were captured.", ["2 soldiers"]),
            (
                "Since May the total casualty figure for the northern army stands at 258.",
                ["258 northern army"],
            ),
        ],
        populations,
    )


def parts(text: str) -> list[str]:
    """Return each figure with its measure, and the figure that it is part of or adds to."""
    return [
        f"{number(one)} {one.measure}"
        + "".join(f" {link.kind} {text[slice(*link.of)]}" for link in one.relations)
        + " part" * ("subset" in one.flags and not one.relations)
        for one in found_in(text)
    ]


def test_breakdowns_and_increases_are_linked_to_their_whole() -> None:
    reads_all(
        [
            (
                "Of the division's casualties, 83 were from the first brigade and 125 from Arda.",
                ["83 casualties part", "125 casualties part"],
            ),
            ("Of those killed, 12 were children.", ["12 killed part"]),
            (
                "Of the 71 who died, 19 were nurses, including four men.",
                ["71 killed", "19 killed part of 71", "4 killed part of 71"],
            ),
            (
                "There were 147 cases of cholera (118 confirmed and 29 probable).",
                [
                    "147 cases",
                    "118 confirmed-cases part of 147",
                    "29 probable-cases part of 147",
                ],
            ),
            (
                "The north saw 34 deaths; a further 22 were recorded in Belm and 14 in Arda.",
                ["34 killed", "22 killed", "14 killed"],
            ),
            (
                "Among the wounded, 14 were women and nine were children.",
                ["14 wounded part", "9 wounded part"],
            ),
            (
                "The flood injured 15 people, of which 10 in Arda and five in Belm.",
                ["15 wounded", "10 wounded part of 15", "5 wounded part of 15"],
            ),
            (
                "The fire killed 30 people, of whom 12 in the hotel and 18 in the street.",
                ["30 killed", "12 killed part of 30", "18 killed part of 30"],
            ),
            (
                "Orvia lost 4.2 million dead, 3.1 million of these military.",
                ["4200000 killed", "3100000 killed part of 4.2 million"],
            ),
            ("Arda accounts for 41% (1,230) of all deaths.", ["1230 killed part"]),
            ("The north saw 60 per cent (312) of the casualties.", ["312 casualties part"]),
            (
                "The graves hold 900 dead: 400 Arda, 300 Belm and 200 Corva.",
                [
                    "900 killed",
                    "400 killed part of 900",
                    "300 killed part of 900",
                    "200 killed part of 900",
                ],
            ),
            (
                "In Arda, 59 people including 16 men, 9 women and 34 boys have lost their lives.",
                [
                    "59 killed",
                    "16 killed part of 59",
                    "9 killed part of 59",
                    "34 killed part of 59",
                ],
            ),
            (
                "Casualties reached 6,410, some 290 more than in the last count.",
                ["6410 casualties", "~290 casualties increase on 6,410"],
            ),
            (
                "The flood killed 90 people, an increase of 11 on Friday's count.",
                ["90 killed", "11 killed increase on 90"],
            ),
            ("They had over 6,000 casualties of about 11,000 troops.", ["6000.. casualties"]),
            (
                "The flood killed 12, including 3 children, and 4 were wounded.",
                ["12 killed", "3 killed part of 12", "4 wounded"],
            ),
        ],
        parts,
    )


def test_things_captured_beside_things_destroyed_are_of_the_same_kind() -> None:
    reads_all(
        [
            ("212 tanks were destroyed and a further 37 captured.", ["212 tanks", "37 tanks"]),
            ("The corps lost 38 tanks destroyed and four captured.", ["38 tanks", "4 tanks"]),
            ("The rebels burned nine trucks, and 30 were captured.", ["9 trucks", "30 -"]),
            ("They burned 12 houses and 40 soldiers were captured.", ["12 houses", "40 soldiers"]),
        ],
        populations,
    )


def test_states_verbs_left_out_and_odd_orders() -> None:
    reads_all(
        [
            ("Rescuers searched for another 12 people still missing.", ["12 missing"]),
            ("Nine sailors still unaccounted for were from Arda.", ["9 missing"]),
            ("Two pilots still missing are from Belm.", ["2 missing"]),
            (
                "Four people died at the hospital and another 22 on the way.",
                ["4 killed", "22 killed"],
            ),
            ("12 people were killed in Holm and 30 in Arda.", ["12 killed", "30 killed"]),
            ("Nine men drowned on Monday and 14 on Tuesday.", ["9 killed", "14 killed"]),
            ("Fifty-five more are being treated for injuries.", ["55 wounded"]),
            ("At least 20 people were treated for burns.", ["20.. wounded"]),
            ("As many as 100 soldiers were seized in the raid.", ["..100 captured"]),
            (
                "Among those killed from April to June were 13 officers and more than 460 men.",
                ["13 killed", "460.. killed"],
            ),
            ("Among those wounded during the raid were four nurses.", ["4 wounded"]),
            ("Among the 40 dead were six children.", ["40 killed", "6 killed"]),
            ("Nineteen died instantly, another four in hospital.", ["19 killed", "4 killed"]),
            ("Among the injured in the crash were 11 pupils.", ["11 wounded"]),
            ("Some 40 villagers including 12 children were killed.", ["~40 killed", "12 killed"]),
        ]
    )


def test_numbers_over_the_end_of_a_line_are_joined_or_flagged() -> None:
    def broken(text: str) -> list[str]:
        return [f"{number(one)}{' ?' * ('broken line' in one.flags)}" for one in found_in(text)]

    reads_all(
        [
            ("They suffered approxim-\nately 11,000 casualties.", ["~11000"]),
            ("They suffered approxim-\n> ately 11,000 casualties.", ["~11000 ?"]),
            ("They suffered approxim-\n\nately 11,000 casualties.", ["11000 ?"]),
            ("About twen-\nty people died.", ["~20"]),
            ("Some 189\n000 people were killed.", ["~189000 ?"]),
            ("The quake killed 189\n> 000 people.", []),
            ("The quake killed 189\n\n000 people.", []),
            ("At least\n> 100 people were killed.", ["100.. ?"]),
            ("The army said at least\n> 100 men died in Holm\n> on Sunday.", ["100.. ?"]),
            ("The raid cost at least\n\n100 lives.", ["100 ?"]),
            ("The raid cost up to\n- 100 lives.", ["100 ?"]),
            ("Casualties were\nmore than\n300 people.", ["300.."]),
            ("Report\n\n100 people were killed.", ["100"]),
        ],
        broken,
    )


def test_quoted_mail_is_set_aside_and_said() -> None:
    rows = [
        ("Bob wrote:\n> At least 100 people died.\n> More later.\n\nI say 40 people died.", ["40"]),
        ("Hi,\n\n40 people died.\n\n> 50 people were killed\n> at Holm.\n\nAnn", ["40"]),
        ("> At least\n> 100 people were killed.", []),
    ]
    for text, right in rows:
        drafted = draft(text)
        assert [number(one) for one in found_in(text)] == right, text
        said = "Mail that the text quotes, with “>” in front of each line, is set aside: 1 passage."
        assert said in drafted.remarks
        reasons = {one.reason for one in drafted.rejected}
        assert "in quoted mail, the words of others" in reasons, text


def test_other_measures_of_people_and_cases() -> None:
    reads_all(
        [
            ("Fighting displaced 3,400 families from Holm.", ["3400 displaced"]),
            ("Some 12,000 people have been displaced.", ["~12000 displaced"]),
            ("More than 40,000 fled their homes.", ["40000.. displaced"]),
            ("Killed: 9; displaced: 3,400.", ["9 killed", "3400 displaced"]),
            ("Police arrested 45 people and detained 12 more.", ["45 arrested", "12 detained"]),
            ("At least 30 protesters were detained.", ["30.. detained"]),
            ("There were 112 arrests.", ["112 arrested"]),
            ("The coast guard rescued 61 migrants off Belm.", ["61 rescued"]),
            ("Another 14 miners were rescued.", ["14 rescued"]),
            ("Rescuers pulled 23 survivors from the rubble.", ["23 rescued"]),
            ("The rebels freed 300 hostages.", ["300 freed"]),
            (
                "Nine hostages were freed and 20 remain in captivity.",
                ["9 freed", "20 captured"],
            ),
            ("12 people were killed and 3,000 evacuated.", ["12 killed", "3000 evacuated"]),
            ("The ministry reported 9,304 cholera cases.", ["9304 cases"]),
            ("Confirmed cases rose to 412.", ["412 confirmed-cases"]),
            (
                "There were 30 probable cases and 40 suspected cases of cholera.",
                ["30 probable-cases", "40 suspected-cases"],
            ),
            ("16 cases of measles were found in Holm.", ["16 cases"]),
            ("Police opened 12 cases of theft.", []),
            ("The court heard 14 cases.", []),
            ("The ferry had 120 people aboard when it sank.", []),
        ]
    )
    probable = draft("There were 30 probable cases and 40 suspected cases of cholera.").items
    assert [one.kind for one in probable] == ["sentence", "figure", "figure"]


def test_buildings_and_equipment_that_were_destroyed_damaged_or_lost() -> None:
    reads_all(
        [
            ("The storm destroyed 400 houses.", ["400 destroyed"]),
            (
                "300 homes and two health centres were destroyed, while another 80 were damaged.",
                ["300 destroyed", "2 destroyed", "80 damaged"],
            ),
            ("It razed 400 homes and damaged 1,200 more.", ["400 destroyed", "1200 damaged"]),
            ("The quake damaged 3 schools and 12 clinics.", ["3 damaged", "12 damaged"]),
            ("At least 50 homes were destroyed.", ["50.. destroyed"]),
            (
                "Some 400 houses and 12 schools were destroyed in the fire.",
                ["~400 destroyed", "12 destroyed"],
            ),
            ("Air defence shot down 34 of 40 drones.", ["34 shot-down"]),
            ("Orvia lost 14 tanks and 200 men.", ["14 lost", "200 casualties"]),
            ("The navy sank two boats.", ["2 sunk"]),
            ("The strike on 3 houses killed 12 people.", ["12 killed"]),
            ("300 homes were searched.", []),
            ("Orvia has 40 tanks.", []),
        ]
    )


def test_a_later_word_says_what_became_of_people_and_things() -> None:
    reads_all(
        [
            ("Nine hikers stranded in the snow and in two huts were rescued.", ["9 rescued"]),
            ("Forty miners trapped in a shaft were rescued on Monday.", ["40 rescued"]),
            ("Sixty people stranded in the valley were still waiting.", ["60 stranded"]),
            ("The teams registered 400 displaced persons.", ["400 displaced"]),
            ("Aid workers fed 3,000 displaced people.", []),
            ("The two sides exchanged prisoners: 340 men went home.", ["340 freed"]),
            ("In an exchange of prisoners, 90 soldiers came home.", ["90 freed"]),
            ("After the concert, 90 people came home.", []),
            ("Ten men came home from the mine; the prisoners stayed.", []),
            ("The navy lost two frigates sunk and three damaged.", ["2 sunk", "3 damaged"]),
            ("The corps lost 38 tanks destroyed.", ["38 destroyed"]),
            ("The corps lost 38 tanks.", ["38 lost"]),
            ("The master, 58, and two officers of the ship were detained.", ["2 detained"]),
            (
                "The fire killed 27 children under five, and nine people drowned.",
                ["27 killed", "9 killed"],
            ),
        ]
    )


def test_the_place_beside_a_figure() -> None:
    def places(text: str) -> list[str]:
        return [
            f"{number(one)} {text[slice(*one.place)] if one.place else '-'}"
            for one in found_in(text)
        ]

    reads_all(
        [
            ("12 people were killed in Holm on Sunday.", ["12 Holm"]),
            ("The raid killed 40 soldiers near the Arda valley.", ["40 Arda valley"]),
            ("In Arda, 59 people have died.", ["59 Arda"]),
            (
                "The flood hurt 15, of which 10 in Arda and five in Belm.",
                ["15 -", "10 Arda", "5 Belm"],
            ),
            ("The storm destroyed 40 homes in Port Salim.", ["40 Port Salim"]),
            ("Nine died in Operation Storm.", ["9 -"]),
            ("12 people died in May.", ["12 -"]),
            ("12 people died in the attack.", ["12 -"]),
            ("Flooding in Holm has killed 37 people and hurt 58.", ["37 Holm", "58 Holm"]),
            ("12 people died in overnight strikes on Port-au-Belm.", ["12 Port-au-Belm"]),
            ("They fled to Arda, where 40 men were captured.", ["40 Arda"]),
            (
                "They lost 17 killed and 64 wounded at Goose Green.",
                ["17 Goose Green", "64 Goose Green"],
            ),
            ("They sent 900 men into the sector around Lake Ghazal.", ["900 Lake Ghazal"]),
            ("12 people were killed in southern Orvia.", ["12 southern Orvia"]),
            ("The army held 900 captives in Orvian camps.", ["900 -"]),
        ],
        places,
    )


def test_preliminary_numbers_and_a_qualifier_that_may_reach_the_next() -> None:
    def marks(text: str) -> list[str]:
        return [
            f"{number(one)}{' preliminary' * one.preliminary}"
            + "".join(f" {flag}" for flag in one.flags if "may apply" in flag)
            for one in found_in(text)
        ]

    reads_all(
        [
            ("Doran said 40 people were killed, citing preliminary data.", ["40 preliminary"]),
            ("The initial count is 40 dead.", ["40 preliminary"]),
            ("These numbers are preliminary: 40 dead.", ["40 preliminary"]),
            (
                "In the battle around 300 died, 2,700 were hurt.",
                ["~300", "2700 “around” may apply"],
            ),
            ("Some 300 men and 40 boys were killed.", ["~300", "40 “some” may apply"]),
            ("About 300 people were killed and 12 wounded.", ["~300", "12"]),
            ("About 300 people were killed, but 2,700 were wounded.", ["~300", "2700"]),
        ],
        marks,
    )


def test_a_daily_is_a_newspaper() -> None:
    reads_all(
        [
            ("The opposition daily El Faro reported that 60 passengers had died.", [""]),
            ("The paper, a daily, said 60 died.", [""]),
            ("A local daily reported 60 deaths.", [""]),
            ("Ukraine recorded 300 daily casualties.", ["day"]),
            ("Daily losses reached 300.", ["day"]),
        ],
        lambda text: [one.rate or "" for one in found_in(text)],
    )


def test_a_figure_that_is_printed_again_repeats_the_first() -> None:
    def repeats(text: str) -> list[str]:
        return [
            f"{number(one)}" + "".join(f" {link.kind} {link.of[0]}" for link in one.relations)
            for one in found_in(text)
        ]

    reads_all(
        [
            ("Some 450 men died. Of the siege, only the 450 dead are known.", ["~450", "450"]),
            ("In all 450 men died. The 450 dead were buried.", ["450", "450 repeats 3"]),
            ("The quake hurt 96 people. The 96 injured are in Holm.", ["96", "96 repeats 15"]),
            ("The raid killed 96 men. A flood killed 96 women.", ["96", "96"]),
            ("The raid killed 6 men. On Monday 6 people died.", ["6", "6"]),
        ],
        repeats,
    )
