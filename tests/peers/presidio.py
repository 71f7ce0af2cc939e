"""Runs Microsoft Presidio over texts: one JSON object a line in, one a line out.

    presidio.py MODEL_FOLDER < texts.jsonl > findings.jsonl

Each answer holds the milliseconds that one text took and every finding of the sorts below, at the threshold of 0
that Presidio ships with. The British recognisers that are switched off as shipped are on, telephones are read as
British first, and dates and places are kept: what counts is decided where the answers are scored. Telephone
numbers that Ofcom keeps for drama, which its library rightly calls invalid, are given to it as numbers in use.
Offsets are UTF-16 code units, as JavaScript counts.
"""

import json
import logging
import re
import sys
import time

logging.disable(logging.CRITICAL)

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    EmailRecognizer,
    PhoneRecognizer,
    UkNinoRecognizer,
    UkPostcodeRecognizer,
)

ENTITIES = [
    "UK_NHS",
    "UK_NINO",
    "UK_POSTCODE",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "DATE_TIME",
    "LOCATION",
    "PERSON",
]

# The list of top-level domains that the package brings: no network is asked.
tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
tldextract.extract = tldextract.tldextract.TLD_EXTRACTOR


class Loaded(SpacyNlpEngine):
    """spaCy's pipeline from a folder, with the mapping of names that Presidio ships."""

    def __init__(self, folder):
        mapping = {
            "PERSON": "PERSON",
            "PER": "PERSON",
            "GPE": "LOCATION",
            "LOC": "LOCATION",
            "FAC": "LOCATION",
            "NORP": "NRP",
            "DATE": "DATE_TIME",
            "TIME": "DATE_TIME",
        }
        configuration = NerModelConfiguration(
            model_to_presidio_entity_mapping=mapping,
            labels_to_ignore=[
                "ORG",
                "CARDINAL",
                "EVENT",
                "LANGUAGE",
                "LAW",
                "MONEY",
                "ORDINAL",
                "PERCENT",
                "PRODUCT",
                "QUANTITY",
                "WORK_OF_ART",
            ],
        )
        super().__init__(models=[{"lang_code": "en", "model_name": folder}], ner_model_configuration=configuration)
        self.nlp = {"en": spacy.load(folder)}


def engine(folder):
    registry = RecognizerRegistry(supported_languages=["en"])
    nlp_engine = Loaded(folder)
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nlp_engine)
    registry.remove_recognizer("PhoneRecognizer")
    registry.add_recognizer(PhoneRecognizer(supported_regions=("GB", "US")))
    present = {recogniser.name for recogniser in registry.recognizers}
    for recogniser in (UkNinoRecognizer(), UkPostcodeRecognizer(), EmailRecognizer()):
        if recogniser.name not in present:
            registry.add_recognizer(recogniser)
    return AnalyzerEngine(nlp_engine=nlp_engine, registry=registry, supported_languages=["en"])


# The numbers for drama that libphonenumber refuses, digit by digit, and digits that it takes.
DRAMA = [(r"7\D?7\D?0\D?0\D?9\D?0\D?0", "7911123"), (r"0\D?1\D?6\D?3\D?2\D?9\D?6\D?0", "01642960")]


def in_use(text):
    """The text with drama's numbers made valid ones, as long as before."""

    def swap(found, digits):
        fresh = iter(digits)
        return re.sub(r"\d", lambda _: next(fresh), found.group())

    for pattern, digits in DRAMA:
        text = re.sub(pattern, lambda found, digits=digits: swap(found, digits), text)
    return text


def utf16(text):
    """From an index of Python's to UTF-16 code units."""
    places, at = [], 0
    for letter in text:
        places.append(at)
        at += 2 if ord(letter) > 0xFFFF else 1
    places.append(at)
    return places


def main():
    analyzer = engine(sys.argv[1])
    analyzer.analyze(text="Warm up: Dr Jane Smith, 07700 900123", language="en")
    for line in sys.stdin:
        given = json.loads(line)
        text = in_use(given["text"])
        start = time.perf_counter()
        found = analyzer.analyze(text=text, language="en", entities=ENTITIES)
        took = (time.perf_counter() - start) * 1000
        places = utf16(text)
        spans = [[places[one.start], places[one.end], one.entity_type, round(one.score, 2)] for one in found]
        print(json.dumps({"id": given["id"], "ms": took, "spans": spans}))


main()
