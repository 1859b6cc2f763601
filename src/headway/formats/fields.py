"""Every field the reader may fill, sorted: kept, made from others, presentation, kept as a custom value, baseline.

What falls in none of these groups is a loss, and is reported with its count and first example.
"""

from __future__ import annotations

import re

import msgspec

from headway.formats import raw

KEPT = {
    "task": {field.encode_name for field in msgspec.structs.fields(raw.RawTask)},
    "resource": {field.encode_name for field in msgspec.structs.fields(raw.RawResource)},
    "assignment": {field.encode_name for field in msgspec.structs.fields(raw.RawAssignment)},
    "project": {field.encode_name for field in msgspec.structs.fields(raw.RawProperties)},
}
"""Fields the plan keeps, by kind of row: those the raw values decode."""

_DERIVED_ANYWHERE = """
    successors acwp bcwp bcws cv sv cpi spi vac eac tcpi cost_variance work_variance start_variance finish_variance
    duration_variance start_slack finish_slack regular_work actual_regular_work remaining_regular_work
    actual_regular_cost remaining_regular_cost overtime_cost remaining_overtime_cost actual_overtime_cost
    remaining_overtime_work actual_overtime_work percent_work_complete cost_per_use standard_rate overtime_rate peak
    overallocated complete_through summary_progress outline_number activity_percent_complete scheduled_duration
    scheduled_start scheduled_finish resume_no_earlier_than schedule_percent_complete cost_rate_a cost_rate_b
    cost_rate_c cost_rate_d cost_rate_e available_from available_to baseline_estimated_duration
    baseline_estimated_start baseline_estimated_finish assignment_resource_guid assignment_task_guid calendar_guid
    task_calendar_guid parent_task_guid project baseline_duration_units preleveled_start preleveled_finish
    planned_start planned_finish planned_work planned_cost planned_work_labor planned_work_nonlabor
    remaining_work_labor remaining_work_nonlabor actual_work_labor actual_work_nonlabor planned_cost_labor
    planned_cost_non_labor planned_cost_material planned_cost_expense remaining_cost_labor remaining_cost_non_labor
    remaining_cost_material remaining_cost_expense actual_cost_labor actual_cost_non_labor actual_cost_material
    actual_cost_expense recalc_outline_codes subproject_tasks_uniqueid_offset raw_timephased_remaining_regular_work
    raw_timephased_actual_regular_work raw_timephased_remaining_overtime_work raw_timephased_actual_overtime_work
    timephased_work timephased_actual_work calculate_costs_from_units auto_compute_actuals unit_of_measure_unique_id
    planned_material actual_material remaining_material material rate_source variable_rate_units estimated_weight
    enterprise_data hyperlink_data recurring_data methodology_guid
"""

_PRESENTATION = """
    created expanded hide_bar rollup fixed_cost_accrual accrue_at workgroup booking_type level_assignments
    leveling_can_split can_level show_duration_text deliverable_type sequence_number currency_unique_id
    resource_request_type request_demand primary_resource_unique_id show_on_board
"""

_DERIVED = {
    "task": "",
    "assignment": """remaining_early_start remaining_early_finish remaining_late_start remaining_late_finish
        baseline_start baseline_finish baseline_work baseline_cost override_rate""",
    "resource": """start finish work actual_work remaining_work cost actual_cost remaining_cost baseline_work
        baseline_cost baseline_material primary_role_unique_id""",
    "project": """
        actual_cost actual_duration actual_finish actual_start actual_work baseline_cost baseline_duration
        baseline_finish baseline_start baseline_work cost duration work percentage_complete scheduled_finish
        minutes_per_month minutes_per_year current_date baseline_project_unique_id baseline_type_unique_id""",
}

_PROJECT_PRESENTATION = """
    activity_id_increment activity_id_increment_based_on_selected_activity activity_id_prefix activity_id_suffix
    activity_default_calendar_unique_id activity_default_price_per_unit
    activity_percent_complete_based_on_activity_steps activity_default_type activity_default_percent_complete_type
    actuals_in_sync admin_project am_text pm_text
    application_version auto_add_new_resources_and_tasks auto_link bar_text_date_format baseline_calendar_name
    calculate_float_based_on_finish_date_of_each_project calculate_multiple_float_paths
    calculate_multiple_float_paths_using_total_float display_multiple_float_path_ending_activity_unique_id
    consider_assignments_in_other_projects consider_assignments_in_other_projects_with_priority_equal_higher_than
    creation_date currency_digits currency_symbol currency_symbol_position custom_properties date_format date_order
    date_separator decimal_separator thousands_separator time_format time_separator default_fixed_cost_accrual
    default_overtime_rate default_standard_rate default_task_earned_value_method default_work_units
    default_duration_units earned_value_method editing_time enable_publication enable_summarization export_flag
    extended_creation_date fiscal_year_start fiscal_year_start_month inserted_projects_like_summary last_author
    last_saved lastprinted level_all_resources level_resources_only_within_activity_total_float leveling_priorities
    limit_number_of_float_paths_to_calculate max_percent_to_overallocate_resources
    maximum_number_of_float_paths_to_calculate microsoft_project_server_url mpp_file_type mpx_code_page mpx_delimiter
    mpx_file_version mpx_program_name multiple_critical_paths new_task_start_is_project_start new_tasks_are_manual
    new_tasks_effort_driven new_tasks_estimated preserve_minimum_float_when_leveling
    preserve_scheduled_early_and_late_dates project_externally_edited project_file_path project_is_baseline revision
    short_application_name show_project_summary_task template updating_task_status_updates_resource_status
    wbs_code_separator week_start_day author category comments keywords subject content_type content_status
    document_version hyperlink_base language editable_actual_costs fiscal_year project_website_url manager company
    move_completed_ends_back move_completed_ends_forward move_remaining_starts_back move_remaining_starts_forward
    spread_actual_cost spread_percent_complete remove_file_properties level_resources last_baseline_update_date
    relationship_lag_calendar currency_unique_id project_code_values
    data_date_and_planned_start_set_to_project_forecast_start
"""

IGNORED = {
    kind: frozenset(f"{_DERIVED_ANYWHERE} {_PRESENTATION} {own} {_PROJECT_PRESENTATION * (kind == 'project')}".split())
    for kind, own in _DERIVED.items()
}
"""Fields no plan needs to keep, by kind of row: computed from others, or about looks and defaults for new rows."""

_CUSTOM = re.compile(
    r"(?:text|number|flag|cost|date|duration|start|finish|outline_code)\d+$"
    r"|enterprise_(?:project_)?(?:text|number|flag|cost|date|duration|custom_field|outline_code)\d+$"
    r"|user_field_\d+$|hyperlink$|hyperlink_address$|hyperlink_subaddress$|contact$|phone$|subproject_file$"
)
_BASELINE = re.compile(r"baseline(\d*)_(start|finish|duration|work|cost)$")
_UNITS = re.compile(r"\w*_units$")
_BASELINE_DETAIL = re.compile(r"baseline\d*_(fixed_cost_accrual|deliverable_\w+|budget_\w+|date)$")


def is_custom(name: str) -> bool:
    """True for a field whose value goes into the row's custom values.

    >>> is_custom("text12"), is_custom("start"), is_custom("user_field_3")
    (True, False, True)
    """
    return _CUSTOM.match(name) is not None


def baseline_of(name: str) -> tuple[int, str] | None:
    """Number and field of a baseline field, ``None`` for any other.

    >>> baseline_of("baseline3_start"), baseline_of("baseline_work"), baseline_of("baseline_fixed_cost")
    ((3, 'start'), (0, 'work'), None)
    """
    found = _BASELINE.match(name)
    return None if found is None else (int(found[1] or 0), found[2])


def is_ignored(kind: str, name: str) -> bool:
    """True for a field that is kept anyway, made from others, or presentation."""
    if name in KEPT[kind] or name in IGNORED[kind]:
        return True
    return (_UNITS.match(name) or _BASELINE_DETAIL.match(name)) is not None
