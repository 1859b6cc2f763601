"""Plan review: what is wrong with a plan, why it matters and what would mend it."""

from headway.core.review.review import has_offers, offers, review
from headway.core.review.rule import Family, Rule
from headway.core.review.rules import RULES
from headway.core.review.thresholds import Population, ThresholdError, Thresholds, thresholds_of
from headway.core.review.trend import Movement, RuleTrend, Trend, trend
from headway.core.review.values import Bound, Degree, Offer, Result, Review, Row, Status, Unit
from headway.core.review.words import Words, words

__all__ = [
    "RULES",
    "Bound",
    "Degree",
    "Family",
    "Movement",
    "Offer",
    "Population",
    "Result",
    "Review",
    "Row",
    "Rule",
    "RuleTrend",
    "Status",
    "ThresholdError",
    "Thresholds",
    "Trend",
    "Unit",
    "Words",
    "has_offers",
    "offers",
    "review",
    "thresholds_of",
    "trend",
    "words",
]
