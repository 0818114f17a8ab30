package com.partnerbridges.xendit.report;

import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.XenditConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was asked for and paid, day by day. */
@Path("/api/v1")
@RolesAllowed("staff")
@Tag(name = "Office")
@SecurityRequirement(name = "atlas")
class ReportResource {

  private final ReportRepository reports;
  private final Clock clock;
  private final ZoneId zone;

  ReportResource(ReportRepository reports, Clock clock, XenditConfig config) {
    this.reports = reports;
    this.clock = clock;
    this.zone = config.reportTimeZone();
  }

  @GET
  @Path("/reports/daily")
  @Operation(
      summary = "Number and sum of transactions by day, location and status",
      description =
          "A transaction counts on the day of its creation, in REPORT_TIME_ZONE. Days, locations"
              + " and statuses without one are left out.")
  @APIResponse(responseCode = "200", description = "By day, location and status.")
  @APIResponse(responseCode = "422", description = "A day cannot be read, or there are too many.")
  public Uni<Envelope<List<DailySum>>> daily(
      @QueryParam("from") @Parameter(description = "The first day; without it, the last 7 days.")
          LocalDate from,
      @QueryParam("to") @Parameter(description = "The last day, included; without it, today.")
          LocalDate to,
      @QueryParam("location_id") Long locationId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return reports
        .daily(ReportDays.of(from, to, today, zone), locationId)
        .map(sums -> Envelope.of("The daily report.", sums));
  }
}
