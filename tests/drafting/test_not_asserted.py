"""Figures that a text does not assert, or calls false, and those beside them that it asserts."""

from tests.drafting.test_kinds_of_figures import reads_all


def test_what_nobody_can_confirm_or_what_is_being_checked_is_not_asserted() -> None:
    reads_all(
        [
            (
                "It continues to look into allegations that at least 26 women were killed.",
                ["26.. killed not asserted"],
            ),
            (
                "There is no independent confirmation of at least 26 deaths.",
                ["26.. killed not asserted"],
            ),
            ("Reports of 1,200 dead could not be verified.", ["1200 killed not asserted"]),
            (
                "We cannot confirm claims on social media that 90 officers surrendered.",
                ["90 captured not asserted"],
            ),
            (
                "Claims circulating online that some 200 bodies lie there were not borne out.",
                ["~200 killed not asserted"],
            ),
            (
                "Claims by the rebels that 40 soldiers were captured are being checked.",
                ["40 captured not asserted"],
            ),
            ("Aid workers doubt that 300 people were killed.", ["300 killed not asserted"]),
            (
                "The UN is unable to verify the government's count of 40 killed.",
                ["40 killed not asserted"],
            ),
            (
                "There is nothing to suggest that 40 sailors drowned.",
                ["40 killed not asserted"],
            ),
            (
                "Police are checking a tip that 12 boys were kidnapped.",
                ["12 captured not asserted"],
            ),
            (
                "An allegation that 15 women were abducted is under investigation.",
                ["15 captured not asserted"],
            ),
            (
                "Claims of up to 300 dead spread online but were not substantiated.",
                ["..300 killed not asserted"],
            ),
            ("Police cannot rule out that 12 people drowned.", ["12 killed not asserted"]),
            ("Another 9 deaths are unconfirmed.", ["9 killed not asserted"]),
            ("Nobody knows whether the 40 sailors survived.", ["40 survivors not asserted"]),
            (
                "There is no proof of the 1,200 killings alleged by the opposition.",
                ["1200 killed not asserted"],
            ),
            (
                "There is no indication that the 3,000 men whom he promised have arrived.",
                ["3000 deployed not asserted"],
            ),
        ]
    )


def test_what_is_told_doubted_or_awaits_confirmation_is_not_asserted() -> None:
    reads_all(
        [
            ("Legend has it that 300 men died there.", ["300 killed not asserted"]),
            ("Historians no longer accept that 300 men died.", ["300 killed denied"]),
            ("Few witnesses confirm that 300 men died.", ["300 killed not asserted"]),
            ("The suggestion that 40 died is unsupported.", ["40 killed not asserted"]),
            ("The claim that 40 died is without foundation.", ["40 killed denied"]),
            ("Talk of 300 dead is exaggerated.", ["300 killed denied"]),
            ("It has heard allegations of 26 killings.", ["26 killed not asserted"]),
            ("Forty other deaths await confirmation.", ["40 killed not asserted"]),
            ("Forty other deaths have yet to be confirmed.", ["40 killed not asserted"]),
            ("Another 40 unconfirmed deaths are on its list.", ["40 killed not asserted"]),
            ("If confirmed, 40 deaths would be a record.", ["40 killed not asserted"]),
            ("The UN questioned the claim that 40 rebels died.", ["40 killed not asserted"]),
            (
                "The army did not comment on reports that 12 men were captured.",
                ["12 captured not asserted"],
            ),
            ("The army has not commented on the killing of 12 men.", ["12 killed"]),
            ("Police arrested 17 suspected traffickers.", ["17 arrested"]),
            ("It is known that 300 men died there.", ["300 killed"]),
            ("The court rejected the claim that they were armed; 40 died.", ["40 killed"]),
            ("Police are investigating the killing of 12 men.", ["12 killed"]),
        ]
    )


def test_what_unconfirmed_reports_say_is_not_asserted() -> None:
    reads_all(
        [
            ("Unconfirmed reports put the dead at 40.", ["40 killed not asserted"]),
            ("Unconfirmed media reports spoke of 40 dead.", ["40 killed not asserted"]),
            ("According to unconfirmed reports, 40 men died.", ["40 killed not asserted"]),
            ("Forty men died, according to unconfirmed reports.", ["40 killed not asserted"]),
            ("Unverified footage appears to show 12 bodies.", ["12 killed not asserted"]),
            ("Unverified video shows the strike that killed 12 people.", ["12 killed"]),
            (
                "Unconfirmed reports spoke of 40 dead, but the hospital counted 12 bodies.",
                ["40 killed not asserted", "12 killed"],
            ),
            (
                "Amid unconfirmed reports of looting, 40 people were killed.",
                ["40 killed"],
            ),
            ("An unconfirmed number of people were hurt and 12 were killed.", ["12 killed"]),
        ]
    )


def test_a_doubt_does_not_reach_the_figures_beside_it() -> None:
    reads_all(
        [
            (
                "Rumours that five infants died are being investigated, and seven were arrested.",
                ["5 killed not asserted", "7 arrested"],
            ),
            (
                "It is unclear who sank the dhow or whether it is the dhow that lost 58 men.",
                ["58 casualties"],
            ),
            (
                "The blast killed 12 people; another 9 deaths are unconfirmed.",
                ["12 killed", "9 killed not asserted"],
            ),
            ("Seven of the reports were checked and 40 deaths were confirmed.", ["40 killed"]),
            ("The deaths of two inmates are being investigated.", ["2 killed"]),
            ("There is no sign of a truce after the raid killed 40 people.", ["40 killed"]),
            ("No evidence of torture was found on the 12 people killed.", ["12 killed"]),
            ("It was not clear how the 12 people were killed.", ["12 killed"]),
            ("The UN has not verified why 12 people died.", ["12 killed"]),
            ("The army has lost 40 men, a number that could not be verified.", ["40 casualties"]),
            ("Officials have yet to identify the 12 dead.", ["12 killed"]),
            ("There is no doubt that 40 people died.", ["40 killed"]),
            ("The mission could verify only 40 of the deaths.", ["40 killed"]),
            ("Two infants who were not on the list had been among the dead.", ["2 killed"]),
            ("The 12 people who were not killed are free.", ["12 killed denied"]),
        ]
    )


def test_reports_that_a_text_corrects_are_denied() -> None:
    reads_all(
        [
            (
                "The office wishes to correct reports in newspapers that dozens were shot dead.",
                ["12s killed denied"],
            ),
            (
                "There is no truth in the story, first printed in 1854, that 600 men drowned.",
                ["600 killed denied"],
            ),
            ("The mayor debunked rumours that 40 people had died.", ["40 killed denied"]),
            ("The mayor did not refute reports that 40 people had died.", ["40 killed"]),
            ("The army dismissed reports of 40 dead as propaganda.", ["40 killed denied"]),
        ]
    )


def test_what_a_speaker_refuses_to_say_is_not_asserted() -> None:
    unsaid = [
        "“If you expect me to confirm that 40 died, you will wait long,” she said.",
        "“I never said that 40 people were killed,” the minister said.",
        "The governor refused to say that 40 miners had died.",
        "He would not go so far as to say that 40 had died.",
        "Nobody can tell me that 40 people drowned.",
        "You will not hear me say that 40 people died.",
        "Whoever writes that 40 died is wrong.",
        "It is not true to say that 40 people died.",
        "It would be wrong to say that 40 people were killed.",
        "The film pretends that 40 villagers were killed.",
        "It remains to be shown that 40 patients died of it.",
        "The fear is that 40 villagers have drowned.",
        "There is no proof of the rumour, repeated on the radio, that 40 pilgrims were killed.",
        "There was nothing in the claim, made by a retired pilot, that 40 people were killed.",
    ]
    said = [
        "It was not until Friday that the ministry said that 40 had died.",
        "He never tired of saying that 40 of his men had died.",
        "“I am sorry to say that 40 people died,” he said.",
        "I can tell you that 40 people died.",
        "Let me say that 40 people died.",
        "We heard him say that 40 people died.",
        "I want to say that 40 people died.",
    ]
    reads_all([(text, ["40 killed not asserted"]) for text in unsaid])
    reads_all([(text, ["40 killed"]) for text in said])
    reads_all(
        [
            (
                "The army said not only that 40 rebels had died but that 12 had been captured.",
                ["40 killed", "12 captured"],
            ),
        ]
    )
