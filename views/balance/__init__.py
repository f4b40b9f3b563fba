"""Behov og balance: what the offers of a region ask for, what the training gives, and what an area needs.

A scenario is not a forecast: it never writes into the registers and never stands without its assumptions.
"""
