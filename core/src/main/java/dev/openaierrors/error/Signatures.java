package dev.openaierrors.error;

import static dev.openaierrors.error.Signature.by;

/**
 * The words by which errors of each kind are recognised. A new wording, code or type of a known
 * kind is a line in here, and a sample in {@code src/test/resources/kinds}.
 *
 * <p>All words are lower case with single blanks. What counts how much is decided by {@link Role}.
 */
final class Signatures {

  private static final Signature INVALID_AUTHENTICATION =
      by().codes(
              "token_invalidated",
              "invalid_issuer",
              "missing_api_key",
              "no_api_key",
              "invalid_subject_token",
              "refresh_token_reused",
              "refresh_token_expired",
              "refresh_token_invalidated")
          .commonCodes(
              "token_expired",
              "invalid_token",
              "unauthorized",
              "authentication_error",
              "invalid_grant")
          .types("invalid_authentication_error")
          .sentences(
              "provided authentication token is expired",
              "your authentication token is not from a valid issuer",
              "your authentication token has expired",
              "you didn't provide an api key",
              "provide your api key in an authorization header using bearer auth",
              "missing bearer or basic authentication in header",
              "access token is missing, invalid, audience is incorrect",
              "could not parse your authentication token",
              "your authentication token has been invalidated",
              "invalid authorization header format. expected",
              "token issuer is invalid for this api",
              "api key format. openai keys",
              "no auth credentials found",
              "no cookie auth credentials found")
          .phrases(
              "access denied due to missing subscription key",
              "authentication fails",
              "invalid authentication")
          .hints(
              "missing api key",
              "no api key",
              "authorization required",
              "authenticationerror",
              "authentication error",
              "authenticationexception",
              "unauthorizedexception",
              "unauthorizederror",
              "user not found.",
              "': unauthorized",
              "401 unauthorized",
              "subjecttokenproviderexception")
          .noRetry(
              "Look at the identity provider's token and the settings of the federation; API keys play no part in it.",
              "invalid_subject_token",
              "invalid_grant",
              "subjecttokenproviderexception");

  private static final Signature INVALID_API_KEY =
      by().codes(
              "wrong_api_key",
              "invalid_api_key",
              "incorrect_api_key",
              "api_key_revoked",
              "invalid_subscription_key")
          .types("invalid_api_key", "token_not_found_in_db")
          .sentences(
              "invalid_request_error.invalid_api_key",
              "incorrect api key provided:",
              "invalid proxy server token passed")
          .phrases(
              "the project you are requesting has been archived",
              "access denied due to invalid subscription key or wrong api endpoint",
              "incorrect api key provided",
              "invalid api key provided",
              "your api key is invalid",
              "authentication fails, your api key",
              "api key has been revoked",
              "the api key you provided is invalid",
              "api key has expired",
              "project has been archived",
              "archived project")
          .hints("invalid api key", "incorrect api key", "api key is invalid", "api key not valid")
          .fix(
              "Use a key of an active project: this key's project is archived.",
              "the project you are requesting has been archived",
              "project has been archived",
              "archived project");

  private static final Signature NOT_ORGANIZATION_MEMBER =
      by().codes(
              "no_organization",
              "mismatched_organization",
              "invalid_organization",
              "mismatched_project",
              "not_organization_member",
              "not_authorized_invalid_project")
          .commonCodes("organization_not_found")
          .sentences(
              "you do not have access to the organization tied to the api key",
              "you must be a member of an organization to use the api",
              "no such organization",
              "openai-organization header should match organization for api key",
              "openai-project header should match project for api key",
              "you are not a member of the organization");

  private static final Signature IP_NOT_AUTHORIZED =
      by().codes("ip_not_authorized")
          .sentences(
              "ip address is not authorized to access this",
              "does not match the configured ip allowlist",
              "is not authorized to access this project or organization",
              "not in the project's ip allowlist",
              "not in the organization's ip allowlist",
              "not in the organization's ip allow list")
          .phrases(
              "your ip is not authorized to",
              "access denied due to virtual network/firewall rules",
              "a virtual network is configured for this resource",
              "ip not authorized",
              "ip address not authorized",
              "ip allowlist",
              "public access is disabled. please configure private endpoint")
          .fix(
              "Reach the resource by its private endpoint, or allow the service's network.",
              "public access is disabled. please configure private endpoint");

  private static final Signature UNSUPPORTED_COUNTRY_REGION_TERRITORY =
      by().codes("unsupported_country_region_territory")
          .commonCodes("unsupported_country", "unsupported_country_code")
          .types("request_forbidden")
          .sentences(
              "country, region, or territory not supported",
              "accessing the api from an unsupported country",
              "openai's services are not available in your country")
          .hints("not available in your country", "unsupported country");

  private static final Signature RATE_LIMIT_EXCEEDED =
      by().codes(
              "token_quota_exceeded",
              "max_tokens_per_request",
              "rate_limit_exceeded",
              "rate_limit_reached",
              "token_limit_exceeded",
              "requests_limit_exceeded",
              "websocket_stream_limit_reached",
              "too_many_pending_steers")
          .commonCodes("ratelimitreached", "rate_limit_error", "too_many_requests", "rate_limited")
          .types(
              "requests",
              "tokens",
              "rate_limit_reached_error",
              "rate_limit_exceeded",
              "throttling_error")
          .sentences(
              "rate limit exceeded for images per minute in organization",
              "only one message at a time. please allow any other responses to complete",
              "max 300000 tokens per request",
              "the input or output tokens must be reduced in order to run successfully",
              "number of enqueued tokens has surpassed the configured limit",
              "crossed tpm / rpm / max parallel request limit",
              "rate limit of your current openai s0 pricing tier",
              "rate limit of your current aiservices s0 pricing tier",
              "exceeded token rate limit of your current",
              "exceeded call rate limit of your current",
              "exceeded the token rate limit for your current",
              "exceeded the call rate limit for your current",
              "exceeded the rate limit for your current",
              "on tokens per min",
              "on requests per min",
              "on requests per day",
              "on tokens per day",
              "on images per min",
              "on input-images per min",
              "enqueued token limit reached for",
              "request reached organization",
              "request reached max organization",
              "rate limit exceeded: free-models",
              "rate limit exceeded: limit_",
              "on openrouter - limited to",
              "exceeded for userbymodelby",
              "too many tokens for team",
              "you have reached the rate limit specific to this model",
              "tokens per minute limit exceeded",
              "limit reached for requests per min",
              "is temporarily rate-limited upstream",
              "in organization org-",
              "you've exceeded the rate limit, please slow down and try again after")
          .phrases(
              "/ min. please try again in",
              "no deployments available for selected model",
              "max parallel request limit reached",
              "rate limit reached for",
              "request too large for",
              "rate limit is exceeded. try again in",
              "have exceeded the call rate limit",
              "throttling threshold has been reached",
              "we're receiving too many requests at the moment",
              "exceeded the rate limit",
              "would exceed the rate limit",
              "you are sending requests too quickly")
          .hints(
              "rate limit reached",
              "rate limit exceeded",
              "rate limited",
              "rate limit",
              "ratelimiterror",
              "ratelimitexception",
              "too many requests",
              "toomanyrequests",
              "limit reached")
          .retry(
              "Run fewer streams on one socket, or open another socket.",
              "websocket_stream_limit_reached")
          .fix(
              "Wait until other batches have ended, or split this one.",
              "enqueued token limit reached for");

  private static final Signature INSUFFICIENT_QUOTA =
      by().codes(
              "accountoverdueerror",
              "insufficient_quota",
              "billing_hard_limit_reached",
              "billing_not_active",
              "credit_balance_exhausted",
              "organization_spend_limit_exceeded",
              "project_spend_limit_exceeded",
              "organization_usage_limit_exceeded",
              "insufficient_user_quota",
              "pre_consume_token_quota_failed",
              "access_terminated",
              "usage_limit_exceeded",
              "session_budget_exceeded",
              "usage_limit_reached",
              "usage_not_included")
          .commonCodes(
              "insufficient_credits",
              "insufficient_balance",
              "budget_exceeded",
              "payment_required",
              "allocationquota.freetieronly")
          .types(
              "insufficient_quota",
              "billing_not_active",
              "billing_hard_limit_reached",
              "credit_balance_exhausted",
              "exceeded_current_quota_error",
              "usage_limit_reached",
              "usage_not_included")
          .sentences(
              "you exceeded your current quota",
              "exceeded current quota, please check your plan and billing details",
              "billing hard limit has been reached",
              "your account is not active, please check your billing details",
              "you have no credits remaining. add credits",
              "has reached its monthly spend limit",
              "has reached its configured enforced spend limit",
              "has reached its approved usage limit",
              "all available credits or reached its monthly spending limit",
              "requires more credits, or fewer max_tokens",
              "doesn't have any credits or licenses yet",
              "you have reached your specified monthly usage limit",
              "you've reached your usage limit. see your usage dashboard",
              "run out of credits or need a grok subscription",
              "pre-consumed quota failed",
              "you've hit your usage limit. upgrade to",
              "insufficient credits. add more using",
              "manage it using https://openrouter.ai/settings/keys",
              "sorry, your account balance is insufficient",
              "insufficient balance or no resource package",
              "the usage limit has been reached")
          .phrases(
              "budget has been exceeded!",
              "free quota exhausted",
              "free allocated quota exceeded",
              "please make sure your account is in good standing",
              "token quota is not enough",
              "user quota is not enough",
              "more credits are required to run this request",
              "key limit exceeded",
              "insufficient balance",
              "run out of credits",
              "no credits remaining",
              "credit balance is exhausted",
              "suspended due to insufficient balance",
              "insufficient credits")
          .hints(
              "insufficient quota",
              "exceeded your quota",
              "quota exceeded",
              "quota exhausted",
              "out of quota",
              "out of credits",
              "payment required")
          .fix(
              "Add credits in the billing settings and consider auto-recharge; no retry helps until then.",
              "credit_balance_exhausted")
          .fix(
              "Raise or remove the organization's monthly spend limit, or wait for the month to turn; it stops every project.",
              "organization_spend_limit_exceeded")
          .fix(
              "Raise or remove this project's spend limit in its limit settings; other projects still work.",
              "project_spend_limit_exceeded")
          .fix(
              "Ask OpenAI for a higher approved usage limit; buying credits does not lift this one.",
              "organization_usage_limit_exceeded")
          .fix(
              "Complete or renew the billing details of the account; no request passes until then.",
              "billing_not_active")
          .fix(
              "Raise the hard limit in the organization's limit settings; no retry helps until then.",
              "billing_hard_limit_reached")
          .noRetry(
              "Raise the plan's usage or billing limit, or wait until it is reset.",
              "usage_limit_exceeded")
          .noRetry(
              "Raise the session's budget, or start a session with a larger one.",
              "session_budget_exceeded")
          .noRetry(
              "Wait until the plan's usage limit is reset, or move to a larger plan.",
              "usage_limit_reached")
          .noRetry(
              "Use a plan that includes this, or an API key that is billed by use.",
              "usage_not_included");

  private static final Signature SERVER_ERROR =
      by().codes(
              "vector_store_timeout",
              "sandbox_error",
              "do_request_failed",
              "get_channel_failed",
              "read_response_body_failed",
              "bad_response_body")
          .commonCodes(
              "server_error",
              "internal_error",
              "internal_server_error",
              "bad_gateway",
              "internalerror",
              "upstream_error")
          .types("internal_server_error", "internal_error")
          .sentences(
              "failed to create completion as the model generated invalid unicode output",
              "request failed due to server shutdown",
              "the server had an error while processing your request",
              "the server experienced an error while processing your request",
              "an error occurred while processing your request. you can retry",
              "we were unable to process your prompt. please try again",
              "the model produced invalid content",
              "the model `has failed to process")
          .phrases(
              "the server had an error processing your request",
              "contact us through our help center at help.openai.com",
              "502: bad gateway",
              "520: web server",
              "521: web server",
              "522: connection",
              "523: origin",
              "502 bad gateway</title>",
              "520: unknown error")
          .hints(
              "internal server error",
              "internalservererror",
              "internalserverexception",
              "bad gateway",
              "upstream connect error",
              "openaiservererror",
              "server error",
              "servererror");

  private static final Signature ENGINE_OVERLOADED =
      by().codes(
              "server_is_overloaded",
              "engine_overloaded",
              "model_overloaded",
              "server_overloaded",
              "flex_unavailable",
              "resource_unavailable")
          .commonCodes("nocapacity")
          .types(
              "unavailable_error",
              "service_unavailable_error",
              "engine_overloaded_error",
              "engine_overloaded")
          .sentences(
              "we're currently processing",
              "model is currently overloaded with other requests",
              "model is currently overloaded, please",
              "engine is currently overloaded",
              "server is currently overloaded",
              "servers are currently overloaded",
              "currently overloaded with other requests",
              "server is overloaded or not ready yet",
              "flex processing is temporarily unavailable",
              "the system is currently experiencing high demand and cannot process your request",
              "selected model is at capacity")
          .phrases(
              "service is temporarily unable to process your request",
              "no instances available for model",
              "that model is currently overloaded",
              "is currently overloaded",
              "our servers are experiencing high demand",
              "the engine is overloaded")
          .hints(
              "overloaded",
              "service unavailable",
              "serviceunavailableerror",
              "service temporarily unavailable",
              "experiencing high demand")
          .retry(
              "Send it again later, or with the standard service tier: flex has no capacity now.",
              "flex_unavailable",
              "resource_unavailable",
              "flex processing is temporarily unavailable");

  private static final Signature SLOW_DOWN =
      by().codes("slow_down")
          .sentences(
              "request rate increased too quickly",
              "your request rate rose too quickly",
              "reduce your request rate to its original level",
              "maintain a consistent rate for at least 15 minutes")
          .phrases("sudden increase in your request rate", "error: slow down")
          .hints("slow down");

  private static final Signature PERMISSION_DENIED =
      by().codes("insufficient_permissions", "missing_scope", "project_not_permitted")
          .commonCodes("permission_denied", "permissiondenied", "permission_error", "forbidden")
          .types("insufficient_permissions", "permission_denied_error", "permission_error")
          .sentences(
              "must be made with a session key (that is, it can only be made from the browser)",
              "fine-tuning jobs cannot be created on an explore plan",
              "openai is winding down the fine-tuning platform",
              "please complete organization verification: https://help.openai.com",
              "must qualify for at least usage tier",
              "you have insufficient permissions for this operation",
              "your organization must be verified to",
              "organization must be verified to use",
              "does not have access to model",
              "you are not allowed to sample from this model",
              "you are not allowed to generate embeddings",
              "this is a restricted api key")
          .phrases(
              "lacks the required data action",
              "principal does not have access to api/operation",
              "missing scopes:",
              "permission is required to access this endpoint",
              "organization must be verified",
              "key not allowed to access model",
              "your request was blocked")
          .hints(
              "you are not allowed to",
              "permissiondeniederror",
              "permissiondeniedexception",
              "permission denied",
              "insufficient permission",
              "403 forbidden")
          .fix(
              "Verify the organization; until then do without streaming, or use another model.",
              "your organization must be verified to");

  private static final Signature ACCOUNT_DEACTIVATED =
      by().codes(
              "account_deactivated",
              "organization_deactivated",
              "organization_restricted",
              "deactivated_workspace")
          .sentences(
              "account associated with this api key has been deactivated",
              "openai account has been deactivated",
              "this key is associated with a deactivated account",
              "you do not have an account because it has been deleted or deactivated",
              "your access was terminated due to violation of our policies",
              "organization associated with this api key has been deactivated")
          .phrases("account has been deactivated", "account is deactivated")
          .hints(
              "organization has been restricted", "organization has been disabled", "deactivated");

  private static final Signature MODEL_NOT_FOUND =
      by().codes(
              "unknown_model",
              "invalidendpointormodel.notfound",
              "model_not_found",
              "invalid_engine",
              "engine_not_found",
              "model_not_available",
              "model_decommissioned")
          .commonCodes("deploymentnotfound", "deployment_not_found")
          .types("resource_not_found_error", "invalid_model", "notfounderror", "model_not_found")
          .sentences(
              "the model associated with the deployment is deprecated",
              "is not available for fine-tuning or does not exist",
              "the api deployment for the resource does not exist",
              "does not exist or you do not have access to it",
              "the api deployment for this resource does not exist",
              "invalid model name passed in model",
              "has been deprecated, learn more here: https://platform.openai.com",
              "` has been deprecated",
              "` has been decommissioned",
              "the model: `")
          .phrases(
              "is not a valid model id",
              "no endpoints found for",
              "this model is unavailable for free",
              "model does not exist. please check it carefully",
              "invalid model id",
              "' does not exist",
              "that model does not exist",
              "the requested model '",
              "this model does not exist",
              "` does not exist",
              "model not exist",
              "the model: gpt",
              "not found, try pulling it first",
              "is no longer available to new users",
              "model has been deprecated")
          .hints(
              "no such model",
              "model not found",
              "' not found",
              "is not found",
              "model_not_found",
              "unknown model",
              "modelnotfoundexception");

  private static final Signature CONTEXT_LENGTH_EXCEEDED =
      by().types("exceed_context_size_error")
          .codes(
              "tokens_limit_reached",
              "context_length_exceeded",
              "string_above_max_length",
              "context_window_exceeded",
              "model_max_prompt_tokens_exceeded")
          .commonCodes("max_tokens_exceeded")
          .sentences(
              "input tokens exceed the configured limit of",
              "prompt token count of",
              "please reduce the length of the messages or completion",
              "please reduce your prompt; or completion length",
              "model's maximum prompt length is",
              "this endpoint's maximum context length is",
              "model's maximum context length is",
              "model maximum context length is",
              "your input exceeds the context window of this model",
              "input exceeds the context window",
              "exceeds the maximum context length of",
              "expected a string with maximum length",
              "'input': maximum input length is",
              "]': maximum input length is",
              "tokens. however, you requested",
              "tokens. however, your messages resulted in",
              "tokens + `max_new_tokens` must be <=",
              "tokens when context the overflows")
          .phrases(
              "exceeded model token limit",
              "exceed max_sequence_length",
              "range of input length should be [1,",
              "maximum input length is",
              "exceeds the available context size",
              "exceeds the context size limit",
              "contextwindowexceeded")
          .hints(
              "context tokens",
              "maximum context length",
              "context length",
              "context window",
              "reduce the length of the messages")
          .fix(
              "Shorten or split the text that is too long for its parameter.",
              "string_above_max_length",
              "expected a string with maximum length");

  private static final Signature CONTENT_POLICY_VIOLATION =
      by().codes(
              "unsafe_file",
              "content_policy_violation",
              "moderation_blocked",
              "bio_policy",
              "cyber_policy",
              "invalid_prompt",
              "responsibleaipolicyviolation",
              "content_filter",
              "sensitive_words_detected",
              "misalignment_policy_violation",
              "image_content_policy_violation")
          .types("content_policy_violation", "content_filter_error")
          .sentences(
              "the job failed due to an unsafe training file",
              "request was blocked by our moderation system",
              "this content was flagged for possible biological risk",
              "has been flagged for possible cybersecurity risk",
              "we've limited access to this content for safety reasons",
              "request was rejected as a result of our safety system",
              "request was rejected by the safety system",
              "azure openai's content management policy",
              "prompt was flagged as potentially violating our usage policy",
              "blocked by our content filters",
              "image generated by our safety system",
              "rejected by our safety system",
              "this content was flagged for possible cybersecurity risk")
          .phrases(
              "requires moderation on",
              "output data may contain inappropriate content",
              "rejected because it was considered high risk",
              "content management policy",
              "input data may contain inappropriate content",
              "our safety system",
              "responsibleaipolicyviolation",
              "contentpolicyviolation",
              "violating our usage policy",
              "response was filtered")
          .hints("content policy", "contentfilteredexception", "usage policies")
          .noRetry(
              "Stop the agent and review what it did: safety monitoring has ended its run.",
              "misalignment_policy_violation");

  private static final Signature INVALID_REQUEST =
      by().codes(
              "audio_too_short",
              "beta_api_shape_disabled",
              "cannot_update_voice",
              "duplicate_custom_id",
              "input_audio_buffer_commit_empty",
              "invalid_input_fidelity_model",
              "invalid_json_line",
              "invalid_language_format",
              "invalid_mask_image_format",
              "invalid_n_examples",
              "invalid_png_output_compression",
              "invalid_tool_call_id",
              "mutually_exclusive_parameters",
              "object_above_max_properties",
              "property_name_above_max_length",
              "response_cancel_not_active",
              "unsupported_parameter",
              "unknown_parameter",
              "missing_required_parameter",
              "invalid_service_tier",
              "unknown_url",
              "unsupported_value",
              "invalid_function_parameters",
              "invalid_intent",
              "invalid_parameter_error",
              "invalid_image_url",
              "invalid_image_format",
              "previous_response_not_found",
              "conversation_locked",
              "array_above_max_length",
              "array_below_min_length",
              "integer_above_max_value",
              "integer_below_min_value",
              "decimal_above_max_value",
              "decimal_below_min_value",
              "string_below_min_length",
              "invalid_encrypted_content",
              "operationnotsupported",
              "unsupported_api_for_model",
              "invalid_request_error",
              "max_output_tokens",
              "data_residency_mismatch",
              "incorrect_hostname",
              "executor_version_incompatible",
              "active_turn_not_steerable",
              "response_not_active",
              "response_already_completed",
              "steering_not_supported",
              "successor_creation_failed",
              "response_not_found",
              "invalid_stream_id",
              "item_truncate_invalid_item_id",
              "conversation_already_has_active_response",
              "invalid_image",
              "invalid_base64_image",
              "image_too_large",
              "image_too_small",
              "image_parse_error",
              "invalid_image_mode",
              "image_file_too_large",
              "unsupported_image_media_type",
              "empty_image_file",
              "failed_to_download_image",
              "image_file_not_found")
          .commonCodes(
              "invalid_image_file",
              "invalid_json_schema",
              "invalid_parameter",
              "invalid_url",
              "streaming_unsupported",
              "unsupported_content_type",
              "unsupported_model",
              "invalid_value",
              "invalid_type",
              "invalid_json",
              "invalid_file",
              "file_not_found",
              "invalid_base64",
              "empty_array",
              "empty_string",
              "badrequest",
              "invalidparameter",
              "invalid_beta",
              "missing_model",
              "unsupported_file",
              "request_too_large",
              "invalid_request",
              "not_found",
              "resource_not_found",
              "method_not_supported")
          .types(
              "image_generation_user_error",
              "not_found_error",
              "badrequesterror",
              "bad request",
              "conflict_error")
          .sentences(
              "tool choice requires --enable-auto-tool-choice",
              "no endpoints found that support",
              "` in the thinking mode must be passed back to the api",
              "invalid azurecognitivesearch configuration detected",
              "failed to generate output due to special tokens in the input",
              "too many parallel completions requested. you submitted",
              "this model does not support specifying dimensions",
              "is invalid. please check the api reference: https://platform.openai.com",
              "was specified in the 'functions' parameter",
              "' of type 'json_object' is not supported",
              "messages with role 'function' must have a 'name'",
              "messages with role 'tool' must have a 'tool_call_id'",
              "image_url is only supported by certain models",
              "because max_tokens or model output limit was reached",
              "too many properties. expected an object with at most",
              "invalid value for 'top_logprobs': must be",
              "parameter is only allowed when 'logprobs' is enabled",
              "compatible only with 24h extended prompt caching",
              "invalid prompt_cache_retention argument",
              "prompt_cache_retention is not supported on this model",
              "flex is not available for this model",
              "requires that either input content or output modality contain audio",
              "function tools with reasoning_effort are not supported for",
              "the following tools cannot be used with reasoning.effort",
              "remove duplicate items from your input and try again",
              "ensure you are only providing one of: '",
              "encrypted content could not be decrypted or parsed",
              "encrypted content organization_id did not match",
              "invalid json schema: regex lookaround is not supported",
              "language parameter must be specified in iso-639-1 format",
              "chunking_strategy is required for diarization models",
              "this line is not parseable as valid json",
              "cannot cancel a batch with status",
              "streaming is not supported in the batch api",
              "provided for this request does not match the batch endpoint",
              "the custom_id parameter must be unique for each request in a batch",
              "not allowed to download files of purpose:",
              "invalid file format for fine-tuning api",
              "expected file to have jsonl format",
              "are not supported for retrieval. see https://platform.openai.com",
              "the file type you uploaded is not supported. please try again with a pdf",
              "expected a base64-encoded data url with an image mime type",
              "example(s), but must have at least 10 examples",
              "could not find fine tune:",
              "expected tool outputs for call_ids",
              "do not accept tool outputs",
              "you must provide the 'openai-beta' header to access",
              "cannot be used with the assistants api",
              "buffer too small. expected at least 100ms of audio",
              "error committing input audio buffer: the buffer is empty",
              "cancellation failed: no active response found",
              "only model output audio messages can be truncated",
              "passing a realtime session update event to a transcription session",
              "passing a transcription session update to a realtime session",
              "supported combinations are: ['text'] and ['audio', 'text']",
              "the realtime beta api is no longer supported",
              "cannot update a conversation's voice if assistant audio is present",
              "context append text must not exceed",
              "': unsupported mimetype ('",
              "does not support the 'input_fidelity' parameter",
              "transparent background is not supported for this model",
              "compression less than 100 is not supported for png output format",
              "expected widthxheight, for example '",
              "width and height must both be divisible by 16",
              "imagegen deployment must be provided through header",
              "invalid mask image format - mask size does not match image size",
              "uploaded image must be a png and less than 4 mb",
              "invalid input image - format must be in [",
              "you must provide n=1 for this model",
              "patches after processing, exceeding the limit of",
              "inpaint image must match the requested width and height",
              "video is not ready yet, use get /v1/videos/",
              "error retrieving tool list from mcp server: '",
              "prompt with id 'pmpt_",
              "item with id 'msg_",
              "item with id 'rs_",
              "item with id 'fc_",
              "error truncating item: the item with id '",
              "' not found in conversation",
              "completion tokens, whereas you",
              "max_tokens is too large:",
              "this model supports at most",
              "can't add messages to thread_",
              "the encrypted content for item rs_",
              "- 'messages.",
              "'messages' is a required property",
              "invalid value for 'content': expected",
              "integer below minimum value. expected a value",
              "integer above maximum value. expected a value",
              "decimal above maximum value. expected a value",
              "decimal below minimum value. expected a value",
              "array too long. expected an array with maximum length",
              "array too short. expected an array with minimum length",
              "expected a string with minimum length",
              "expected an array with minimum length",
              "expected a string that matches the pattern '",
              "expected an id that begins with '",
              "the image data you provided does not represent a valid image",
              "invalid base64 image_url",
              "error while downloading http",
              "timeout while downloading http",
              "expected context stuffing file type to be a supported format",
              "audio file is too short. minimum audio length is",
              "seconds which is the maximum for this model",
              "audio file might be corrupted or unsupported",
              "the audio file could not be decoded or its format is not supported",
              "' of type 'json_schema' is not supported",
              "must contain the word 'json' in some form",
              "is only allowed when 'tools' are specified",
              "is only allowed when 'stream' is enabled",
              "was provided without its required",
              "items are not persisted when",
              "no tool call found for",
              "schema must be a json schema of 'type: \"object\"'",
              "is required to be supplied and to be an array including every key in properties",
              "is required to be supplied and to be false",
              "must not share identical first keys",
              "due to zero data retention",
              "conversation with id 'conv_",
              "response with id 'resp_",
              "no such file object:",
              "no run found with id",
              "no batch found with id",
              "no vector store found with id",
              "the job failed due to an invalid training file",
              "is still being processed and is not ready to be used for fine-tuning",
              "too many inputs. the max number of inputs is",
              "'$.input' is invalid",
              "your request contained invalid json:",
              "not allowed to post on /v1/",
              "not allowed to get on /v1/",
              "operation does not work with the specified model",
              "logprobs are not supported with reasoning models",
              "unrecognized request arguments supplied",
              "missing `reasoning_content` field in",
              "encrypted content is not supported with this model",
              "is not supported by the batch api",
              "hosted tool 'web_search",
              "attempted to access resource with incorrect regional host",
              "no tool output found for function call",
              "you uploaded an unsupported image",
              "maximum content size limit (",
              "unsupported parameter: '",
              "unknown parameter: '",
              "missing required parameter: '",
              "you must provide a model parameter",
              "invalid parameter: messages with role",
              "invalid schema for function '",
              "invalid schema for response_format",
              "unrecognized request argument supplied",
              "unsupported value: '",
              "we could not parse the json body of your request",
              "invalid url (post /v1/",
              "invalid url (get /v1/",
              "this is not a chat model and thus not supported",
              "this is a chat model and not supported in",
              "only supported in v1/responses",
              "invalid value: '",
              "invalid type for '",
              "tool_calls must be followed by tool messages",
              "tool_calls' must be followed by tool messages",
              "tool_calls\" must be followed by tool messages",
              "must be a response to a preceeding message with 'tool_calls'",
              "must be a response to a preceding message with 'tool_calls'",
              "invalid service_tier argument",
              "is enabled only for api versions",
              "is not supported when using codex with",
              "invalid_request_error.invalid_",
              "previous response with id '",
              "[] is too short - 'messages'",
              "is less than the minimum of 1 - 'max_tokens'",
              "is not of type 'string' - 'messages",
              "already has an active run",
              "already has an active response",
              "invalid image file or mode for image",
              "the encrypted content could not be verified",
              "encrypted function output content could not be decrypted",
              "the openai api expects a json payload",
              "there was an issue with your request. please check your inputs and try again")
          .phrases(
              "'loc': ('body'",
              "internalerror.algo.invalidparameter",
              "' is a required property - '",
              "is greater than the maximum of 2 - '",
              "is less than the minimum of 0 - '",
              "cannot cancel run with status '",
              "parameters are not available on",
              "invalid 'messages[",
              "invalid 'input[",
              "invalid 'tools[",
              "is not supported with this model",
              "request entity too large",
              "file is too large",
              "cannot find file",
              "no file found with id",
              "no thread found with id",
              "no assistant found with id",
              "invalid file format. supported formats",
              "unsupported parameter",
              "invalid schema for function",
              "none is not of type",
              "failed to deserialize the json body into the target type",
              "the requested resource was not found",
              "does not support image")
          .hints(
              "bad request",
              "badrequesterror",
              "badrequestexception",
              "invalid request",
              "invalidrequesterror",
              "invalidrequestexception",
              "unprocessableentity",
              "not found",
              "notfounderror",
              "notfoundexception",
              "not found.")
          .fix(
              "Mend or replace the image; the same one is refused again.",
              "invalid_image",
              "invalid_base64_image",
              "image_too_large",
              "image_too_small",
              "image_parse_error",
              "invalid_image_mode",
              "image_file_too_large",
              "unsupported_image_media_type",
              "empty_image_file",
              "image_file_not_found",
              "invalid image file or mode for image")
          .fix(
              "Make the image's address reachable for the API, or send the image itself.",
              "failed_to_download_image")
          .fix(
              "Raise the limit of output tokens: the answer was cut off at it.",
              "max_output_tokens")
          .fix(
              "Set the client's base URL to the regional host that the message names.",
              "data_residency_mismatch",
              "attempted to access resource with incorrect regional host",
              "incorrect_hostname")
          .fix(
              "Update the executor to a version that the API still works with.",
              "executor_version_incompatible")
          .retry(
              "Wait until the run in progress has ended, then send it again.",
              "active_turn_not_steerable",
              "response_not_active",
              "can't add messages to thread_",
              "already has an active run",
              "already has an active response",
              "conversation_already_has_active_response")
          .fix(
              "Use an id that exists in this project, or start anew without it.",
              "previous_response_not_found",
              "resource_not_found",
              "invalid_encrypted_content",
              "item_truncate_invalid_item_id",
              "response_not_found")
          .fix(
              "Split or compress what is sent: it is larger than the API takes.",
              "maximum content size limit (",
              "file is too large",
              "request entity too large",
              "request_too_large");

  private static final Signature TIMEOUT =
      by().codes("user_request_timeout")
          .commonCodes("timeout", "request_timeout", "cf_gateway_timeout", "gateway_timeout")
          .types("timeout_error")
          .phrases(
              "timed out generating response",
              "ssl/tls connection timeout",
              "the operation was timeout",
              "timeout on blocking read",
              "524: a timeout occurred",
              "504: gateway time-out",
              "apitimeouterror",
              "apiconnectiontimeouterror",
              "openai.error.timeout")
          .hints(
              "upstream request timeout",
              "exceeded the configured timeout",
              "the configured httpclient.timeout",
              "etimedout",
              "timeout was reached",
              "timed out",
              "timeoutexception",
              "exception: timeout",
              "request timeout",
              "request cancelled",
              "requesttimeout",
              "connect timeout error",
              "headers timeout error",
              "a timeout occurred",
              "gateway timeout",
              "gateway time-out",
              "readtimeout",
              "timeout has expired",
              "timeout awaiting",
              "tls handshake timeout",
              "net::readtimeout",
              "net::opentimeout",
              "idle-timeout",
              "ms exceeded",
              "code=-1001",
              "timedout",
              ":timeout",
              "taskcanceledexception",
              "aborted due to timeout",
              "deadline exceeded");

  private static final Signature CONNECTION_ERROR =
      by().codes("connection_failed", "websocket_connection_limit_reached", "session_expired")
          .commonCodes("connection_error")
          .sentences(
              "error communicating with openai",
              "your session hit the maximum duration of",
              "responses websocket connection limit reached")
          .phrases(
              "apiconnectionerror", "unexpected end of stream", "unresolvedmodelserverexception")
          .hints(
              "socket hang up",
              "fetch failed",
              "cannot connect to api",
              "failed, reason:",
              "error sending request for url",
              "stream disconnected before completion",
              "enotfound",
              "eai_again",
              "econnrefused",
              "econnreset",
              "getaddrinfo",
              "connectexception",
              "unknownhostexception",
              "sslhandshakeexception",
              "sslexception",
              "sslerror",
              "connecterror",
              "remoteprotocolerror",
              "server disconnected without sending",
              "nodename nor servname provided",
              "[ssl:",
              "net::err_connection",
              "net::err_name_not_resolved",
              "net::err_internet_disconnected",
              "net::err_proxy_connection_failed",
              "failed to connect to",
              "cannot connect to host",
              "failed to establish a new connection",
              "max retries exceeded",
              "unexpected eof",
              // As Go's client ends: Post "https://…": EOF
              "\": eof",
              "genericioexception",
              "connect call failed",
              "i/o error on",
              "unexpected end of file from server",
              "broken pipe",
              "dial tcp",
              "connection timed out: connect",
              "connection refused",
              "connection reset",
              "connection aborted",
              "connection closed",
              "connection error.",
              "connection was closed",
              "premature close",
              "prematurecloseexception",
              "connection prematurely closed",
              "unresolvedaddressexception",
              "noroutetohostexception",
              "network is unreachable",
              "name or service not known",
              "temporary failure in name resolution",
              "no such host",
              "failed host lookup",
              "nxdomain",
              "non-existing domain",
              "dns error",
              "certificate verify failed",
              "failed to verify certificate",
              "unable to get local issuer certificate",
              "self-signed certificate",
              "self signed certificate",
              "ssl certificate problem",
              "ssl connection could not be established",
              "secure tls connection",
              "tls handshake eof",
              "handshake failure",
              "incompletemessage",
              "failed to open tcp connection",
              "could not connect to",
              "couldn't connect to",
              "unable to connect to",
              "connection appears to be offline",
              "network connection was lost",
              "tunnel connection failed",
              "response code for connect",
              "cannot connect to proxy",
              "error during websocket handshake",
              "http2 error",
              "stream was reset",
              "failed to resolve",
              "could not resolve host",
              "unable to resolve host",
              "header parser received no bytes",
              "certpathbuilderexception",
              "pkix path building failed",
              "remote host terminated the handshake",
              "socketexception",
              "closedchannelexception",
              "goaway received",
              "openaiioexception")
          .retry(
              "Open a new connection at once and go on there: a WebSocket lives for 60 minutes.",
              "websocket_connection_limit_reached",
              "responses websocket connection limit reached")
          .retry(
              "Open a new session at once: this one has reached its longest duration.",
              "your session hit the maximum duration of",
              "session_expired");

  private static final Signature UNKNOWN = by();

  private Signatures() {}

  /** How errors of the kind with this id are recognised. */
  static Signature of(String kind) {
    return switch (kind) {
      case "invalid_authentication" -> INVALID_AUTHENTICATION;
      case "invalid_api_key" -> INVALID_API_KEY;
      case "not_organization_member" -> NOT_ORGANIZATION_MEMBER;
      case "ip_not_authorized" -> IP_NOT_AUTHORIZED;
      case "unsupported_country_region_territory" -> UNSUPPORTED_COUNTRY_REGION_TERRITORY;
      case "rate_limit_exceeded" -> RATE_LIMIT_EXCEEDED;
      case "insufficient_quota" -> INSUFFICIENT_QUOTA;
      case "server_error" -> SERVER_ERROR;
      case "engine_overloaded" -> ENGINE_OVERLOADED;
      case "slow_down" -> SLOW_DOWN;
      case "permission_denied" -> PERMISSION_DENIED;
      case "account_deactivated" -> ACCOUNT_DEACTIVATED;
      case "model_not_found" -> MODEL_NOT_FOUND;
      case "context_length_exceeded" -> CONTEXT_LENGTH_EXCEEDED;
      case "content_policy_violation" -> CONTENT_POLICY_VIOLATION;
      case "invalid_request" -> INVALID_REQUEST;
      case "timeout" -> TIMEOUT;
      case "connection_error" -> CONNECTION_ERROR;
      case "unknown" -> UNKNOWN;
      default -> throw new IllegalArgumentException("no signature of " + kind);
    };
  }
}
